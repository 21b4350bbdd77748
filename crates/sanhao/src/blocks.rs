//! Students laid out for the kernels.

use std::ops::Range;

use crate::dataset::Dataset;

/// Students in batches, batches in blocks of at most [`Blocks::MOST`] students; within a block feature-major, so that a
/// block is one contiguous slice. A network needs memory for one block, however large the batch.
pub(crate) struct Blocks {
    features: Vec<f32>,
    targets: Vec<f32>,
    /// The students of each block, by their places in the order.
    blocks: Vec<Range<usize>>,
    /// The blocks of each batch.
    batches: Vec<Range<usize>>,
    inputs: usize,
    outputs: usize,
}

/// One block: inputs × students features and outputs × students targets.
#[derive(Clone, Copy)]
pub(crate) struct Block<'a> {
    pub features: &'a [f32],
    pub targets: &'a [f32],
    pub students: usize,
}

impl Blocks {
    /// The most students in a block.
    pub(crate) const MOST: usize = 256;

    /// The students `order` in batches of `batch_size` (at least 1), the last of which may be smaller.
    pub(crate) fn new(dataset: &Dataset, order: &[usize], batch_size: usize) -> Self {
        let (mut blocks, mut batches) = (vec![], vec![]);
        for start in (0..order.len()).step_by(batch_size) {
            let end = order.len().min(start + batch_size);
            let first = blocks.len();
            blocks.extend((start..end).step_by(Self::MOST).map(|block| block..end.min(block + Self::MOST)));
            batches.push(first..blocks.len());
        }
        let mut laid_out = Self {
            features: vec![0.0; order.len() * dataset.inputs],
            targets: vec![0.0; order.len() * dataset.outputs],
            blocks,
            batches,
            inputs: dataset.inputs,
            outputs: dataset.outputs,
        };
        laid_out.fill(dataset, order);
        laid_out
    }

    /// Lays out the same students in another order; allocates nothing.
    pub(crate) fn fill(&mut self, dataset: &Dataset, order: &[usize]) {
        for block in &self.blocks {
            let students = &order[block.clone()];
            let rows = |width: usize| block.start * width..block.end * width;
            transpose(&dataset.features, students, self.inputs, &mut self.features[rows(self.inputs)]);
            transpose(&dataset.targets, students, self.outputs, &mut self.targets[rows(self.outputs)]);
        }
    }

    /// The number of batches.
    pub(crate) fn batches(&self) -> usize {
        self.batches.len()
    }

    /// The blocks of one batch.
    pub(crate) fn batch(&self, index: usize) -> impl Iterator<Item = Block<'_>> + Clone {
        self.blocks[self.batches[index].clone()].iter().map(|block| self.block(block))
    }

    /// Every block.
    pub(crate) fn all(&self) -> impl Iterator<Item = Block<'_>> {
        self.blocks.iter().map(|block| self.block(block))
    }

    fn block(&self, block: &Range<usize>) -> Block<'_> {
        Block {
            features: &self.features[block.start * self.inputs..block.end * self.inputs],
            targets: &self.targets[block.start * self.outputs..block.end * self.outputs],
            students: block.len(),
        }
    }
}

/// Copies the rows `order` of a matrix with `width` columns into the columns of `out`.
fn transpose(rows: &[f32], order: &[usize], width: usize, out: &mut [f32]) {
    for (column, &row) in order.iter().enumerate() {
        for feature in 0..width {
            out[feature * order.len() + column] = rows[row * width + feature];
        }
    }
}
