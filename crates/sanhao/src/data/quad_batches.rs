//! Students packed for four runs side by side, a quad: a vector holds one number of one student in each run.

use std::ops::Range;

use ndarray::Array2;
use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::dataset::Dataset;
use crate::math::kernels::LANES;

/// Students of four runs in batches. The runs may see different students, each in an order of its own, but equally many.
///
/// A batch is filled up with zeros to whole groups of four students, as [`PackedBatches`] does, so that a run beside
/// others computes what it computes alone.
///
/// [`PackedBatches`]: crate::data::batches::PackedBatches
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct QuadBatches {
    features: Vec<f32x4>,
    targets: Vec<f32x4>,
    mask: Vec<f32x4>,
    batches: Vec<Span>,
    inputs: usize,
    outputs: usize,
}

/// One batch: its students in the order, and its places among the vectors.
#[derive(Clone, Debug, PartialEq)]
struct Span {
    students: Range<usize>,
    places: Range<usize>,
}

/// Students of one update: places × inputs features and places × outputs targets, one vector of four runs each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuadBatch<'a> {
    pub features: &'a [f32x4],
    pub targets: &'a [f32x4],
    /// 1 in the places that hold a student, 0 in the others.
    pub mask: &'a [f32x4],
    pub students: usize,
}

impl<'a> QuadBatch<'a> {
    /// The same students in the parts of [`PackedBatch::parts`].
    pub(crate) fn parts(self, inputs: usize, outputs: usize) -> impl Iterator<Item = QuadBatch<'a>> {
        const MAX: usize = PackedBatch::MAX_STUDENTS;
        (0..self.students).step_by(MAX).map(move |from| {
            let students = MAX.min(self.students - from);
            let places = students.next_multiple_of(LANES);
            QuadBatch {
                features: &self.features[from * inputs..][..places * inputs],
                targets: &self.targets[from * outputs..][..places * outputs],
                mask: &self.mask[from..][..places],
                students,
            }
        })
    }
}

impl QuadBatches {
    /// The students `orders` of each run's dataset in batches of `batch_size` (at least 1), the last of which may be smaller.
    pub(crate) fn new(runs: [(&Dataset, &[usize]); LANES], batch_size: usize) -> Self {
        let [(dataset, order), ..] = runs;
        let (mut batches, mut mask) = (vec![], vec![]);
        for start in (0..order.len()).step_by(batch_size) {
            let students = start..order.len().min(start.saturating_add(batch_size));
            let first = mask.len();
            mask.resize(first + students.len(), f32x4::ONE);
            mask.resize(mask.len().next_multiple_of(LANES), f32x4::ZERO);
            batches.push(Span { students, places: first..mask.len() });
        }
        let mut laid_out = Self {
            features: vec![f32x4::ZERO; mask.len() * dataset.inputs()],
            targets: vec![f32x4::ZERO; mask.len() * dataset.outputs()],
            mask,
            batches,
            inputs: dataset.inputs(),
            outputs: dataset.outputs(),
        };
        laid_out.fill(runs);
        laid_out
    }

    /// Packs the same students in other orders; allocates nothing.
    pub(crate) fn fill(&mut self, runs: [(&Dataset, &[usize]); LANES]) {
        let Self { features, targets, batches, inputs, outputs, .. } = self;
        for Span { students, places } in &*batches {
            let orders = runs.map(|(_, order)| &order[students.clone()]);
            let of = |matrix: fn(&Dataset) -> &Array2<f32>| runs.map(|(dataset, _)| matrix(dataset));
            pack(of(|dataset| &dataset.features), orders, &mut features[places.start * *inputs..]);
            pack(of(|dataset| &dataset.targets), orders, &mut targets[places.start * *outputs..]);
        }
    }

    /// The number of batches.
    pub(crate) fn batches(&self) -> usize {
        self.batches.len()
    }

    /// The number of students.
    pub(crate) fn students(&self) -> usize {
        self.batches.last().map_or(0, |span| span.students.end)
    }

    /// The most places of a part of a batch.
    pub(crate) fn largest_part(&self) -> usize {
        let places = self.batches.iter().map(|span| span.places.len()).max();
        places.unwrap_or(0).min(PackedBatch::MAX_STUDENTS)
    }

    /// One batch.
    #[inline(always)]
    pub(crate) fn batch(&self, index: usize) -> QuadBatch<'_> {
        let Span { students, places } = &self.batches[index];
        QuadBatch {
            features: &self.features[places.start * self.inputs..places.end * self.inputs],
            targets: &self.targets[places.start * self.outputs..places.end * self.outputs],
            mask: &self.mask[places.clone()],
            students: students.len(),
        }
    }
}

/// Copies the rows `orders` of each run's matrix, one row a student, into places × columns vectors.
fn pack(matrices: [&Array2<f32>; LANES], orders: [&[usize]; LANES], vectors: &mut [f32x4]) {
    let width = matrices[0].ncols();
    // The arrays of a dataset are in row-major order; of another one the indices below would be out of range.
    let matrices = matrices.map(|matrix| matrix.as_slice().unwrap_or_default());
    for (at, place) in vectors.chunks_exact_mut(width).take(orders[0].len()).enumerate() {
        let [a, b, c, d] = std::array::from_fn(|run| &matrices[run][orders[run][at] * width..][..width]);
        for ((((vector, &a), &b), &c), &d) in place.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *vector = [a, b, c, d].into();
        }
    }
}
