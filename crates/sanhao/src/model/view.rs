//! A model and its data, for reading only.

use ndarray::{Array2, ArrayView2};
use wide::f32x4;

use crate::data::batches::{PackedBatch, pack, unpack};
use crate::data::dataset::{Dataset, Role};
use crate::math::kernels::LANES;
use crate::model::evaluation::reject_infinite;
use crate::model::network::{Layer, Network};
use crate::spec::check::{Checked, CheckedExperiment, check_score_at, length};
use crate::spec::error::{Error, Quantity};

/// An experiment, its dataset and a network at some parameters, for reading only. A run hands it out as it stands; every
/// function that explains a model takes it.
#[derive(Clone, Copy, Debug)]
pub struct ModelView<'a> {
    pub(crate) experiment: &'a CheckedExperiment,
    pub(crate) dataset: &'a Dataset,
    pub(crate) network: &'a Network,
}

impl<'a> ModelView<'a> {
    /// The experiment.
    pub fn experiment(&self) -> &'a CheckedExperiment {
        self.experiment
    }

    /// The network's layers, the output's last.
    pub fn layers(&self) -> &'a [Layer] {
        &self.network.layers
    }

    /// The number of parameters.
    pub fn parameters(&self) -> usize {
        self.network.parameters().len()
    }

    /// Every parameter in raw score units, laid out as [`Evaluation::parameters`](crate::Evaluation::parameters).
    pub fn raw_parameters(&self) -> Vec<f32> {
        let mut raw = vec![0.0; self.parameters()];
        self.network.read_raw(&self.dataset.scaler, &mut raw);
        raw
    }

    /// Each student's role, in the table's order.
    pub fn roles(&self) -> &'a [Role] {
        &self.dataset.roles
    }

    /// Predictions for new students: `scores` is (n_students, n_subjects) in raw score units, the result (n_students,
    /// n_outputs). A row of NaN where a sum is beyond the 32-bit numbers, as in
    /// [`Evaluation::predictions`](crate::Evaluation::predictions); the bits are those of the evaluation of
    /// the same students.
    ///
    /// # Errors
    /// Another number of subjects; a score that is not finite or beyond
    /// ±[`Table::LARGEST_SCORE`](crate::Table::LARGEST_SCORE): `scores[3][1]: NaN is not a finite number`.
    pub fn predict(&self, scores: ArrayView2<'_, f64>) -> Result<Array2<f32>, Error> {
        let Self { dataset, network, .. } = self;
        let (inputs, outputs) = (dataset.inputs(), dataset.outputs());
        check_scores(scores, inputs).map_err(|error| *error)?;
        let features = Array2::from_shape_fn(scores.dim(), |(student, feature)| {
            dataset.scaler.scaled_from_raw(feature, scores[(student, feature)])
        });
        let mut predictions = vec![0.0; scores.nrows() * outputs];
        let mut space = network.workspace();
        let mut packed = vec![f32x4::ZERO; inputs * PackedBatch::MAX_STUDENTS / LANES];
        let order: Vec<usize> = (0..scores.nrows()).collect();
        for students in order.chunks(PackedBatch::MAX_STUDENTS) {
            let groups = students.len().div_ceil(LANES);
            let packed = &mut packed[..groups * inputs];
            pack(features.view(), students, packed);
            unpack(network.forward(packed, groups, &mut space), outputs, students, &mut predictions);
        }
        predictions.chunks_exact_mut(outputs).for_each(reject_infinite);
        #[allow(clippy::expect_used, reason = "one row a student")]
        Ok(Array2::from_shape_vec((scores.nrows(), outputs), predictions).expect("one row a student"))
    }
}

fn check_scores(scores: ArrayView2<'_, f64>, subjects: usize) -> Checked {
    length(&"scores", scores.ncols(), subjects, Quantity::Subjects)?;
    for ((student, subject), &score) in scores.indexed_iter() {
        check_score_at(&format_args!("scores[{student}][{subject}]"), score)?;
    }
    Ok(())
}
