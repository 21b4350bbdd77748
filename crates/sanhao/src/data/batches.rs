//! Students packed four to a vector, as the kernels read them.

use std::ops::Range;

use ndarray::ArrayView2;
use wide::f32x4;

use crate::data::dataset::Dataset;
use crate::math::kernels::LANES;
use crate::math::slices::part;

/// Students in batches, each in groups of four (see [`kernels`](crate::math::kernels)): a copy of a dataset for the hot
/// loops. Where the last group of a batch is not full its other lanes hold zeros, and [`PackedBatch::mask`] removes
/// them from every sum.
#[derive(Clone, Debug)]
pub(crate) struct PackedBatches {
    features: Vec<f32x4>,
    targets: Vec<f32x4>,
    mask: Vec<f32x4>,
    batches: Vec<Span>,
    inputs: usize,
    outputs: usize,
}

/// The ranges of one batch: its students in the order, its vectors among all.
#[derive(Clone, Debug)]
struct Span {
    students: Range<usize>,
    groups: Range<usize>,
    features: Range<usize>,
    targets: Range<usize>,
}

/// Students of one update: groups × inputs features and groups × outputs targets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PackedBatch<'a> {
    pub features: &'a [f32x4],
    pub targets: &'a [f32x4],
    /// 1 in the lanes of each group that hold a student, 0 in the others.
    pub mask: &'a [f32x4],
    pub students: usize,
}

impl<'a> PackedBatch<'a> {
    /// The most students of a part that [`PackedBatch::parts`] yields.
    pub(crate) const MAX_STUDENTS: usize = 256;

    pub(crate) fn groups(&self) -> usize {
        self.mask.len()
    }

    /// The same students in parts of at most [`PackedBatch::MAX_STUDENTS`]: a network needs memory for one part,
    /// however large the batch.
    pub(crate) fn parts(self, inputs: usize, outputs: usize) -> impl Iterator<Item = PackedBatch<'a>> {
        (0..self.students).step_by(Self::MAX_STUDENTS).map(move |from| {
            let students = Self::MAX_STUDENTS.min(self.students - from);
            let (from, groups) = (from / LANES, students.div_ceil(LANES));
            PackedBatch {
                features: part(self.features, from * inputs..(from + groups) * inputs),
                targets: part(self.targets, from * outputs..(from + groups) * outputs),
                mask: part(self.mask, from..from + groups),
                students,
            }
        })
    }
}

impl PackedBatches {
    /// The students `order` in batches of `batch_size` (at least 1), the last of which may be smaller.
    pub(crate) fn new(dataset: &Dataset, order: &[usize], batch_size: usize) -> Self {
        let (mut batches, mut mask) = (vec![], vec![]);
        for start in (0..order.len()).step_by(batch_size) {
            let students = start..order.len().min(start + batch_size);
            let first = mask.len();
            mask.extend(order[students.clone()].chunks(LANES).map(mask_of));
            let groups = first..mask.len();
            let features = groups.start * dataset.inputs()..groups.end * dataset.inputs();
            let targets = groups.start * dataset.outputs()..groups.end * dataset.outputs();
            batches.push(Span { students, groups, features, targets });
        }
        let mut laid_out = Self {
            features: vec![f32x4::ZERO; mask.len() * dataset.inputs()],
            targets: vec![f32x4::ZERO; mask.len() * dataset.outputs()],
            mask,
            batches,
            inputs: dataset.inputs(),
            outputs: dataset.outputs(),
        };
        laid_out.fill(dataset, order);
        laid_out
    }

    /// Packs the same students in another order; allocates nothing.
    pub(crate) fn fill(&mut self, dataset: &Dataset, order: &[usize]) {
        for Span { students, features, targets, .. } in &self.batches {
            let students = &order[students.clone()];
            pack(dataset.features.view(), students, &mut self.features[features.clone()]);
            pack(dataset.targets.view(), students, &mut self.targets[targets.clone()]);
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

    /// Every batch in its parts.
    pub(crate) fn parts(&self) -> impl Iterator<Item = PackedBatch<'_>> {
        (0..self.batches()).flat_map(|index| self.batch(index).parts(self.inputs, self.outputs))
    }

    /// One batch.
    #[inline(always)]
    pub(crate) fn batch(&self, index: usize) -> PackedBatch<'_> {
        let span = &self.batches[index];
        PackedBatch {
            features: &self.features[span.features.clone()],
            targets: &self.targets[span.targets.clone()],
            mask: &self.mask[span.groups.clone()],
            students: span.students.len(),
        }
    }
}

/// 1 in the lanes of a group's students, 0 in the others.
fn mask_of(students: &[usize]) -> f32x4 {
    f32x4::from(std::array::from_fn(|lane| if lane < students.len() { 1.0 } else { 0.0 }))
}

/// Copies the rows `order` of a matrix, one row a student, into the lanes of groups × columns vectors.
pub(crate) fn pack(rows: ArrayView2<'_, f32>, order: &[usize], vectors: &mut [f32x4]) {
    let width = rows.ncols();
    // The arrays of a dataset are in row-major order; of another one the indices below would be out of range.
    let rows = rows.to_slice().unwrap_or_default();
    for (students, group) in order.chunks(LANES).zip(vectors.chunks_exact_mut(width)) {
        for (lane, &student) in students.iter().enumerate() {
            for (vector, &number) in group.iter_mut().zip(&rows[student * width..]) {
                vector.as_mut_array()[lane] = number;
            }
        }
    }
}

/// Copies the lanes of groups × columns vectors into the rows `order` of a matrix in row-major order, one row a student.
pub(crate) fn unpack(vectors: &[f32x4], width: usize, order: &[usize], rows: &mut [f32]) {
    for (students, group) in order.chunks(LANES).zip(vectors.chunks_exact(width)) {
        for (lane, &student) in students.iter().enumerate() {
            let row = &mut rows[student * width..][..width];
            row.iter_mut().zip(group).for_each(|(to, vector)| *to = vector.as_array()[lane]);
        }
    }
}
