//! What each neuron makes of scores: the pictures inside a network.

use wide::f32x4;

use crate::insight::analysis::Study;
use crate::insight::field::{Plane, are_few};
use crate::math::kernels::LANES;
use crate::spec::model::Activation;

impl Study {
    /// Writes the activations of every hidden neuron, layer by layer, and then of the outputs, at columns × rows points of a
    /// plane of scores, at least two each way: neurons × rows × columns, the top row first, with the parameters shown.
    ///
    /// A plane that does not fit the table and more values than [`Field::MAX_POINTS`](crate::Field::MAX_POINTS) leave nothing.
    pub fn neurons(&mut self, plane: &Plane, columns: usize, rows: usize, values: &mut Vec<f32>) {
        values.clear();
        let (columns, rows) = (columns.max(2), rows.max(2));
        let units: Vec<usize> = self.network.layers.iter().map(|layer| layer.units).collect();
        let neurons = units.iter().sum();
        if !plane.fits(self.dataset.inputs) || !are_few(columns, rows, neurons) {
            return;
        }
        self.take_shown();
        values.resize(neurons * rows * columns, 0.0);
        let Self { dataset, network, workspace, .. } = self;
        plane.each_stretch(
            &dataset.scaler,
            dataset.inputs,
            [columns, rows],
            |features, groups, from, count| {
                network.forward(features, groups, workspace);
                let mut pictures = values.chunks_exact_mut(rows * columns);
                for (layer, &units) in workspace.values().zip(&units) {
                    for (unit, picture) in pictures.by_ref().take(units).enumerate() {
                        let points = picture[from..][..count].chunks_mut(LANES);
                        for (to, group) in points.zip(layer.chunks_exact(units)) {
                            to.copy_from_slice(&group[unit].as_array()[..to.len()]);
                        }
                    }
                }
            },
        );
    }
}

impl Activation {
    /// The function at `count` sums evenly spaced from edge to edge, at least two, and its slopes there.
    pub fn curve(self, [from, to]: [f32; 2], count: usize) -> [Vec<f32>; 2] {
        let count = count.max(2);
        let sum = |i: usize| from + (to - from) * i as f32 / (count - 1) as f32;
        let sums: Vec<f32x4> = (0..count).map(|i| f32x4::splat(sum(i))).collect();
        let (mut values, mut slopes) = (sums.clone(), vec![f32x4::ONE; count]);
        self.values(&sums, &mut values);
        self.backward(&sums, &values, &mut slopes);
        [values, slopes].map(|vectors| vectors.iter().map(|vector| vector.as_array()[0]).collect())
    }
}
