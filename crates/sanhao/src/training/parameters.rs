//! Parameters as a learner reads them and sets them by hand: the first layer's in raw score units.

use crate::spec::check::{between, length, parameter, positive};
use crate::spec::error::{Error, Quantity};
use crate::training::trainer::Trainer;

/// The least and the largest share that one weight is set to under sum-to-one: from a share of 0 no descent leads away.
const SHARES: [f64; 2] = [0.0001, 0.9999];

impl Trainer {
    /// Puts every parameter where it is said, laid out and in the units of
    /// [`Evaluation::parameters`](crate::Evaluation::parameters); training goes on from there.
    ///
    /// Under sum-to-one the first layer's weights are shares: positive, and brought to a sum of one a unit. What the
    /// optimiser remembers stays. Convergence is judged anew, and a run that has diverged runs again.
    ///
    /// # Errors
    /// A list of another length, a number beyond ±1e6, a share that is not positive:
    /// `parameters[2]: 0 is not a positive finite number`. Nothing is changed then.
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), Error> {
        self.check_parameters(parameters).map_err(|error| *error)?;
        self.go_on_from(parameters);
        Ok(())
    }

    /// Puts one parameter where it is said, as [`Trainer::set_parameters`] does all. A share of a sum of one takes from
    /// the unit's other weights, or gives to them, in proportion.
    ///
    /// # Errors
    /// An index there is not; a number beyond ±1e6; a share outside 0.0001 to 0.9999. Nothing is changed then.
    pub fn set_parameter(&mut self, index: usize, value: f64) -> Result<(), Error> {
        let parameters = self.with_parameter(index, value)?;
        self.go_on_from(&parameters);
        Ok(())
    }

    /// Every parameter as a learner reads it, one of them put where it is said.
    pub(crate) fn with_parameter(&self, index: usize, value: f64) -> Result<Vec<f32>, Error> {
        let mut parameters = vec![0.0; self.network.parameters().len()];
        self.network.read_raw(&self.dataset.scaler, &mut parameters);
        self.check_parameter(index, value, parameters.len()).map_err(|error| *error)?;
        let first = &self.network.layers[0];
        if self.network.sums_to_one() && first.weights.contains(&index) {
            parameters[index] = 0.0;
            let unit = &mut parameters[index / first.inputs * first.inputs..][..first.inputs];
            let others: f64 = unit.iter().map(|&share| f64::from(share)).sum();
            unit.iter_mut().for_each(|share| *share = (f64::from(*share) * ((1.0 - value) / others)) as f32);
        }
        parameters[index] = value as f32;
        Ok(parameters)
    }

    pub(crate) fn check_parameters(&self, parameters: &[f32]) -> Result<(), Box<Error>> {
        length(&"parameters", parameters.len(), self.network.parameters().len(), Quantity::Weights)?;
        for (i, &value) in parameters.iter().enumerate() {
            let path = format_args!("parameters[{i}]");
            if self.network.sums_to_one() && self.network.layers[0].weights.contains(&i) {
                positive(&path, f64::from(value))?;
            }
            parameter(&path, f64::from(value))?;
        }
        Ok(())
    }

    fn check_parameter(&self, index: usize, value: f64, count: usize) -> Result<(), Box<Error>> {
        between(&"index", index as f64, 0.0, count as f64 - 1.0)?;
        let path = format_args!("parameters[{index}]");
        let first = &self.network.layers[0];
        if self.network.sums_to_one() && first.weights.contains(&index) {
            // A weight alone is the whole sum.
            let [low, high] = if first.inputs == 1 { [1.0; 2] } else { SHARES };
            between(&path, value, low, high)
        } else {
            parameter(&path, value)
        }
    }
}
