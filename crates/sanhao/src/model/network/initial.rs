//! Initializers: the values that the parameters start from. The rules are those of [`Initial`]'s variants.

use bytemuck::cast_slice_mut;
use wide::f32x4;

use crate::math::kernels::LANES;
use crate::math::random::{Purpose, Random};
use crate::math::sqrt;
use crate::model::network::Layer;
use crate::spec::model::Initial;

/// Every parameter at the start of a run: layer by layer, weights before biases; what fills up the last vector is 0.
pub(super) fn parameters(initial: &Initial, layers: &[Layer], seed: u32) -> Vec<f32x4> {
    let count = layers.last().map_or(0, |layer| layer.biases.end);
    let mut vectors = vec![f32x4::ZERO; count.div_ceil(LANES)];
    let parameters = cast_slice_mut::<_, f32>(&mut vectors);
    let mut random = Random::new(seed, Purpose::Weights);
    for (l, layer) in layers.iter().enumerate() {
        let (inputs, units) = (layer.inputs as f64, layer.units as f64);
        for (i, at) in layer.weights.clone().enumerate() {
            let weight = match initial {
                Initial::Zeros => 0.0,
                Initial::Constant { weight, .. } => *weight,
                Initial::Given { layers } => layers[l].weights[i / layer.inputs][i % layer.inputs],
                Initial::XavierUniform => sqrt(6.0 / (inputs + units)) * (2.0 * random.unit() - 1.0),
                Initial::HeNormal => sqrt(2.0 / inputs) * random.normal(),
                Initial::Uniform { limit } => limit * (2.0 * random.unit() - 1.0),
            };
            parameters[at] = weight as f32;
        }
        for (i, at) in layer.biases.clone().enumerate() {
            parameters[at] = match initial {
                Initial::Constant { bias, .. } => *bias as f32,
                Initial::Given { layers } => layers[l].biases[i] as f32,
                _ => 0.0,
            };
        }
    }
    vectors
}
