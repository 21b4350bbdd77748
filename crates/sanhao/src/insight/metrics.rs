//! The usual metrics of regression and classification, computed in 64 bits.

use ndarray::Array2;
use serde::{Serialize, Serializer};

use crate::data::batches::{PackedBatch, PackedBatches, unpack};
use crate::data::dataset::Role;
use crate::math::sqrt;
use crate::model::evaluation::Evaluation;
use crate::model::view::ModelView;
use crate::spec::table::Target;

/// How well some students are predicted. `None` stands for a number that is not defined, or not finite.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Metrics {
    /// Targets that are numbers, with the error e = prediction − target of each student.
    Numbers {
        /// The number of students.
        students: usize,
        /// Their mean loss.
        loss: Option<f64>,
        /// The mean of |e|, in score points.
        mean_absolute_error: Option<f64>,
        /// The square root of the mean of e², in score points.
        root_mean_square_error: Option<f64>,
        /// The largest |e|, in score points.
        largest_error: Option<f64>,
        /// The coefficient of determination, 1 − Σ e² / Σ (target − mean target)²; none where the targets do not vary.
        r2: Option<f64>,
    },
    /// Targets that are classes.
    Classes {
        /// The number of students.
        students: usize,
        /// Their mean loss.
        loss: Option<f64>,
        /// The fraction whose class is predicted correctly.
        accuracy: Option<f64>,
        /// Actual classes × predicted classes: the number of students of the row's class that are predicted to be in the
        /// column's. A student without a prediction is in no column.
        #[serde(serialize_with = "as_rows")]
        #[cfg_attr(feature = "typescript", ts(type = "Array<Array<number>>"))]
        confusion: Array2<usize>,
        /// Of the students predicted to be in a class, the fraction that is; one a class, none where nobody is predicted to
        /// be in it.
        precision: Vec<Option<f64>>,
        /// Of the students in a class, the fraction that is predicted to be; one a class, none where nobody is in it.
        recall: Vec<Option<f64>>,
        /// The area under the receiver operating characteristic of two classes: the probability that of a random student
        /// of each class the one of the second class has the larger weighted sum before the output, equal ones counted
        /// half: probabilities in 32 bits saturate. None where all are of one class, or for more than two classes.
        auc: Option<f64>,
    },
}

/// The metrics of a run's two groups of students; `None` for a group without students.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitMetrics {
    /// The students that the model is trained on.
    pub training: Option<Metrics>,
    /// The students that are held out.
    pub held_out: Option<Metrics>,
}

/// The metrics of a model's training students and of its held-out students.
pub fn of(model: ModelView<'_>) -> SplitMetrics {
    let ModelView { experiment, dataset, network } = model;
    let classes = experiment.table.classes.len();
    let mut evaluation = Evaluation::new(dataset, &network.layers, network.output, classes);
    evaluation.evaluate(experiment.training.loss, network, dataset, &mut network.workspace());
    let of = |role: Role, loss: Option<f64>| {
        let students = dataset.with_role(role);
        match (students.is_empty(), classes) {
            (true, _) => None,
            (false, 0) => Some(of_numbers(model, &evaluation, &students, loss)),
            (false, _) => Some(of_classes(model, &evaluation, &students, loss)),
        }
    };
    SplitMetrics {
        training: of(Role::Training, evaluation.loss()),
        held_out: of(Role::HeldOut, evaluation.held_out_loss()),
    }
}

fn of_numbers(
    model: ModelView<'_>,
    evaluation: &Evaluation,
    students: &[usize],
    loss: Option<f64>,
) -> Metrics {
    let predictions = evaluation.predictions();
    let pairs = students.iter().filter_map(|&i| match model.experiment.table.students[i].target {
        Some(Target::Number(target)) => Some([f64::from(predictions[(i, 0)]), target]),
        _ => None,
    });
    let pairs: Vec<[f64; 2]> = pairs.collect();
    let count = pairs.len() as f64;
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|&[p, t]| of(p, t)).sum::<f64>();
    let squares = sum(&|p, t| (p - t) * (p - t));
    let mean = sum(&|_, t| t) / count;
    let variation = sum(&|_, t| (t - mean) * (t - mean));
    let largest = pairs.iter().map(|[p, t]| (p - t).abs()).fold(0.0, f64::max);
    let root = finite(squares / count).map(sqrt);
    Metrics::Numbers {
        students: pairs.len(),
        loss,
        mean_absolute_error: finite(sum(&|p, t| (p - t).abs()) / count),
        root_mean_square_error: root,
        // `f64::max` ignores NaN; the root does not.
        largest_error: root.map(|_| largest),
        // Equal targets may differ from their mean by rounding.
        r2: if variation > 1e-18 * count * mean * mean { finite(1.0 - squares / variation) } else { None },
    }
}

fn of_classes(
    model: ModelView<'_>,
    evaluation: &Evaluation,
    students: &[usize],
    loss: Option<f64>,
) -> Metrics {
    let table = &model.experiment.table;
    let classes = table.classes.len();
    let class_of = |student: usize| match &table.students[student].target {
        Some(Target::Class(name)) => table.classes.iter().position(|class| class == name),
        _ => None,
    };
    let predictions = evaluation.predictions();
    let mut confusion = Array2::zeros((classes, classes));
    let mut in_class = vec![0; classes];
    for &student in students {
        let Some(class) = class_of(student) else { continue };
        in_class[class] += 1;
        if predictions[(student, 0)].is_nan() {
            continue;
        }
        confusion[(class, usize::from(evaluation.classes()[student]))] += 1;
    }
    let auc = || {
        let favours = favour_of_second_class(model, students).into_iter().zip(students);
        let known = favours.filter(|(_, i)| !predictions[(**i, 0)].is_nan());
        auc(known.filter_map(|(favour, &i)| Some((favour, class_of(i)? == 1))).collect())
    };
    let fraction = |of: usize, all: usize| (all > 0).then(|| of as f64 / all as f64);
    let per_class = |of: &dyn Fn(usize) -> Option<f64>| (0..classes).map(of).collect();
    Metrics::Classes {
        students: students.len(),
        loss,
        accuracy: fraction(confusion.diag().sum(), students.len()),
        precision: per_class(&|class| fraction(confusion[(class, class)], confusion.column(class).sum())),
        recall: per_class(&|class| fraction(confusion[(class, class)], in_class[class])),
        auc: if classes == 2 { auc() } else { None },
        confusion,
    }
}

/// The weighted sum before the output of the second class, less that of the first where there are two outputs, of each of
/// these students.
fn favour_of_second_class(model: ModelView<'_>, students: &[usize]) -> Vec<f32> {
    let ModelView { dataset, network, .. } = model;
    let blocks = PackedBatches::new(dataset, students, students.len());
    let (mut sums, outputs) = (vec![0.0; students.len() * dataset.outputs()], dataset.outputs());
    let rows: Vec<usize> = (0..students.len()).collect();
    let mut workspace = network.workspace();
    for (block, rows) in blocks.parts().zip(rows.chunks(PackedBatch::MAX_STUDENTS)) {
        unpack(network.sums(block.features, block.groups(), &mut workspace), outputs, rows, &mut sums);
    }
    let favour = |sums: &[f32]| if let [first, second] = sums { second - first } else { sums[outputs - 1] };
    sums.chunks(outputs).map(favour).collect()
}

/// The area under the receiver operating characteristic, by the sum of the ranks of the positive students (Mann & Whitney
/// 1947); equal outputs share the mean of their ranks.
fn auc(mut ranked: Vec<(f32, bool)>) -> Option<f64> {
    ranked.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let positive = ranked.iter().filter(|(_, positive)| *positive).count() as f64;
    let negative = ranked.len() as f64 - positive;
    let (mut rank, mut sum) = (1.0, 0.0);
    for equal in ranked.chunk_by(|(a, _), (b, _)| a == b) {
        let count = equal.len() as f64;
        sum += equal.iter().filter(|(_, positive)| *positive).count() as f64 * (rank + (count - 1.0) / 2.0);
        rank += count;
    }
    finite((sum - positive * (positive + 1.0) / 2.0) / (positive * negative))
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// A matrix as a list of its rows.
pub(crate) fn as_rows<T: Serialize + Clone, S: Serializer>(
    matrix: &Array2<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(matrix.rows().into_iter().map(|row| row.to_vec()))
}
