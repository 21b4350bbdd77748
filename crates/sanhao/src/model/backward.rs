//! Which backward pass a network trains with: the sums of one pass and of the general way differ in their last bits for more
//! students than a part of a batch has, so that whoever needs the trainer's bits takes the same pass.

use crate::data::batches::PackedBatch;
use crate::model::loss::{SigmoidBinary, pointwise, softmax_categorical};
use crate::model::network::{Layer, Network, Workspace};
use crate::model::one_layer;
use crate::spec::model::Output;
use crate::spec::training::Loss;

/// Work to be done with a backward pass, compiled once for each of them.
pub(crate) trait WithBackward {
    /// The result of the work.
    type Result;

    /// Does the work. `backward` is as [`Network::backward`].
    fn with(self, backward: impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64) -> Self::Result;
}

/// The backward passes there are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Backward {
    /// One pass over one layer of three inputs, with the loss compiled into it: a linear unit, a sigmoid, three classes.
    Linear(Loss),
    Sigmoid,
    Softmax,
    /// From layer to layer.
    General(Loss),
}

impl Backward {
    /// The one that a network trains with.
    pub(crate) fn of(network: &Network, loss: Loss) -> Self {
        match (network.layers.as_slice(), network.output, loss) {
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, _) => Self::Linear(loss),
            ([Layer { inputs: 3, units: 1, .. }], Output::Sigmoid, Loss::BinaryCrossEntropy) => Self::Sigmoid,
            ([Layer { inputs: 3, units: 3, .. }], Output::Softmax, Loss::CategoricalCrossEntropy) => {
                Self::Softmax
            }
            _ => Self::General(loss),
        }
    }

    /// Does some work with it.
    pub(crate) fn run<W: WithBackward>(self, work: W) -> W::Result {
        match self {
            Self::Linear(loss) => {
                work.with(one_layer::backward::<1, _>(pointwise(Output::Linear, |d| loss.of_residual(d))))
            }
            Self::Sigmoid => work.with(one_layer::backward::<1, _>(SigmoidBinary)),
            Self::Softmax => work.with(one_layer::backward::<3, _>(softmax_categorical)),
            Self::General(loss) => work.with(|network, batch, space| network.backward(loss, batch, space)),
        }
    }
}

/// One batch's gradient by the parameters, left in the workspace; its result is the sum of the students' losses.
pub(crate) struct Gradient<'a> {
    pub network: &'a Network,
    pub batch: PackedBatch<'a>,
    pub workspace: &'a mut Workspace,
}

impl WithBackward for Gradient<'_> {
    type Result = f64;

    fn with(self, backward: impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64) -> f64 {
        backward(self.network, self.batch, self.workspace)
    }
}
