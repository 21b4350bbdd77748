//! The checks of parameters that a person sets. Parameters are those that a learner reads: the first layer's in raw score
//! units, under a constraint the weights and not the free parameters.

use crate::data::scaler::Scaler;
use crate::model::network::Network;
use crate::spec::check::{Checked, between, length, parameter, positive};
use crate::spec::error::{Error, Quantity};

/// The smallest and the largest value for a single weight under sum-to-one. Gradient descent never leaves a share of 0.
const SHARES: [f64; 2] = [0.0001, 0.9999];

/// Checks all parameters of a network.
///
/// # Errors
/// A list of another length, a number beyond ±1e6, a share of a sum of one that is not positive.
pub(super) fn check_parameters(network: &Network, parameters: &[f32]) -> Checked {
    length(&"parameters", parameters.len(), network.parameters().len(), Quantity::Weights)?;
    for (i, &value) in parameters.iter().enumerate() {
        let path = format_args!("parameters[{i}]");
        if is_share(network, i) {
            positive(&path, f64::from(value))?;
        }
        parameter(&path, f64::from(value))?;
    }
    Ok(())
}

/// All parameters of a network, one of them replaced. A share of a sum of one takes the difference from the other
/// weights of its unit in proportion.
///
/// # Errors
/// An index that is too large; a number beyond ±1e6; a share outside 0.0001 to 0.9999.
pub(super) fn with_parameter(
    network: &Network,
    scaler: &Scaler,
    index: usize,
    value: f64,
) -> Result<Vec<f32>, Error> {
    let mut parameters = vec![0.0; network.parameters().len()];
    network.read_raw(scaler, &mut parameters);
    check_parameter(network, index, value).map_err(|error| *error)?;
    if is_share(network, index) {
        parameters[index] = 0.0;
        let inputs = network.layers[0].inputs;
        let unit = &mut parameters[index / inputs * inputs..][..inputs];
        let others: f64 = unit.iter().map(|&share| f64::from(share)).sum();
        unit.iter_mut().for_each(|share| *share = (f64::from(*share) * ((1.0 - value) / others)) as f32);
    }
    parameters[index] = value as f32;
    Ok(parameters)
}

fn check_parameter(network: &Network, index: usize, value: f64) -> Checked {
    between(&"index", index as f64, 0.0, network.parameters().len() as f64 - 1.0)?;
    let path = format_args!("parameters[{index}]");
    if is_share(network, index) {
        // The only weight of a unit is the whole sum.
        let [low, high] = if network.layers[0].inputs == 1 { [1.0; 2] } else { SHARES };
        between(&path, value, low, high)
    } else {
        parameter(&path, value)
    }
}

/// Whether a parameter is one of the weights that sum to one.
fn is_share(network: &Network, index: usize) -> bool {
    network.sums_to_one() && network.layers[0].weights.contains(&index)
}
