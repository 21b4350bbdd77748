//! How the runs of a sweep are put together: checked, sorted by shape and made ready to train.

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use crate::data::dataset::{Dataset, Role};
use crate::data::quad_batches::QuadBatches;
use crate::math::kernels::LANES;
use crate::math::random::{Purpose, Random};
use crate::model::network::Network;
use crate::model::quad_network::QuadNetwork;
use crate::spec::axis::Axis;
use crate::spec::check::{Checked, CheckedExperiment, at_least, at_most, check_settings, multiplications};
use crate::spec::error::{Error, Quantity};
use crate::spec::experiment::Experiment;
use crate::spec::model::{HiddenLayer, Model};
use crate::spec::scaling::Scaling;
use crate::spec::training::Optimizer;
use crate::training::quad::{Quad, Shuffled, Start};
use crate::training::sweep::Sweep;
use crate::training::sweep::member::{Four, Member};
use crate::training::trainer::Trainer;

/// The most weights of a network that trains beside others. Four at once were faster at every size measured, up to
/// 63,250; but one update of four larger networks takes longer than a frame of the page has for training.
const MAX_WEIGHTS: usize = 1 << 16;

/// The most numbers that the runs hold: students' and parameters'. 256 MB.
const MAX_NUMBERS: u64 = 1 << 26;

/// Runs of equal shape train together.
#[derive(PartialEq)]
struct Shape {
    hidden: Vec<HiddenLayer>,
    optimizer: Discriminant<Optimizer>,
    batch_size: Option<usize>,
    /// The bits of the held-out share.
    held_out: u64,
}

/// The number of weights of an experiment's network.
fn weights(experiment: &Experiment) -> usize {
    multiplications(&experiment.model, &experiment.table) / experiment.table.students.len()
}

/// The runs of a sweep, put together in members that are laid out one by one: all at once would take longer than a frame of
/// the page for a large table.
#[derive(Debug)]
pub(super) struct Plan {
    experiment: CheckedExperiment,
    axes: Vec<Axis>,
    runs: usize,
    /// The runs of each member.
    members: Vec<Vec<usize>>,
    /// The experiment of the run that was varied last.
    varied: CheckedExperiment,
    /// Datasets that runs share, each with the settings that make it.
    datasets: Vec<(DatasetOf, Arc<Dataset>)>,
    /// Students that quads share: of which dataset, in what part, in batches of how many.
    batches: Vec<(Arc<Dataset>, Role, usize, Arc<QuadBatches>)>,
}

/// The settings of a run that its dataset depends on.
type DatasetOf = (Scaling, u64, Option<u32>);

/// What all runs take together: multiplications of an evaluation, and numbers kept. In 64 bits: in a browser `usize` has 32.
#[derive(Default)]
struct Size {
    multiplications: u64,
    numbers: u64,
}

impl Plan {
    pub(super) fn new(experiment: CheckedExperiment, axes: &[Axis]) -> Result<Self, Box<Error>> {
        at_least(&"axes", axes.len(), 1, Quantity::Axes)?;
        at_most(&"axes", axes.len(), 2, Quantity::Axes)?;
        for (i, axis) in axes.iter().enumerate() {
            axis.check(&format!("axes[{i}]"))?;
        }
        let runs = axes.iter().map(Axis::count).product();
        at_most(&"axes", runs, Sweep::MAX_RUNS, Quantity::Runs)?;
        let varied = experiment.clone();
        let axes = axes.to_vec();
        let mut plan =
            Self { experiment, axes, runs, varied, members: vec![], datasets: vec![], batches: vec![] };
        let mut size = Size::default();
        let mut shapes: Vec<(Shape, Vec<usize>)> = vec![];
        for run in 0..runs {
            let shape = plan.checked_shape(run, &mut size)?;
            match shapes.iter_mut().find(|(other, _)| *other == shape) {
                Some((_, members)) => members.push(run),
                None => shapes.push((shape, vec![run])),
            }
        }
        size.check(runs)?;
        for (_, runs) in shapes {
            plan.vary(runs[0]);
            let together = if plan.is_large() { 1 } else { LANES };
            plan.members.extend(runs.chunks(together).map(<[usize]>::to_vec));
        }
        Ok(plan)
    }

    /// The number of runs.
    pub(super) fn runs(&self) -> usize {
        self.runs
    }

    /// The number of members.
    pub(super) fn members(&self) -> usize {
        self.members.len()
    }

    /// The experiment of a run.
    pub(super) fn experiment(&mut self, run: usize) -> &CheckedExperiment {
        self.vary(run);
        &self.varied
    }

    /// Lays a member out, at its start.
    pub(super) fn member(&mut self, at: usize) -> Member {
        let runs = self.members[at].clone();
        self.vary(runs[0]);
        if self.is_large() { self.single(runs[0]) } else { self.quad(runs) }
    }

    /// Whether the run that was varied last trains alone.
    fn is_large(&self) -> bool {
        weights(&self.varied) > MAX_WEIGHTS
    }

    /// Makes `varied` the experiment of a run. The table stays as it is.
    fn vary(&mut self, run: usize) {
        let Experiment { scaling, model, training, .. } = &*self.experiment;
        let varied = self.varied.settings_mut();
        varied.scaling = *scaling;
        varied.model.clone_from(model);
        varied.training.clone_from(training);
        let mut at = run;
        for axis in &self.axes {
            axis.apply(at % axis.count(), varied);
            at /= axis.count();
        }
    }

    fn checked_shape(&mut self, run: usize, size: &mut Size) -> Result<Shape, Box<Error>> {
        self.vary(run);
        check_settings(&self.varied)?;
        let Experiment { table, model, training, .. } = &*self.varied;
        let outputs = model.output.units(table.classes.len());
        let students = table.students.len();
        let batch_size = training.batch_size.unwrap_or(students).min(students);
        // A batch is filled up to whole groups of four.
        let places = students.div_ceil(batch_size) * batch_size.next_multiple_of(LANES);
        size.multiplications += multiplications(model, table) as u64;
        // Weights with their gradient and two memories; students in batches and for the evaluation.
        let numbers = 4 * weights(&self.varied) + (places + students) * (table.subjects.len() + outputs);
        size.numbers += numbers as u64;
        Ok(Shape {
            hidden: model.hidden.clone(),
            optimizer: discriminant(&training.optimizer),
            batch_size: training.batch_size,
            held_out: training.test_fraction.to_bits(),
        })
    }

    /// A run by itself.
    fn single(&mut self, run: usize) -> Member {
        self.vary(run);
        Member::Single(run, Box::new(Trainer::new(self.varied.clone())))
    }

    /// Up to four runs of one shape.
    fn quad(&mut self, runs: Vec<usize>) -> Member {
        let lanes: [_; LANES] = std::array::from_fn(|lane| {
            self.vary(runs[lane.min(runs.len() - 1)]);
            let dataset = self.dataset();
            let network = Network::new(&self.varied.model, &dataset, self.varied.training.seed);
            (dataset, network, self.varied.training.clone())
        });
        let datasets = lanes.each_ref().map(|(dataset, ..)| Arc::clone(dataset));
        let training = lanes.each_ref().map(|(.., training)| training);
        let networks = lanes.each_ref().map(|(_, network, _)| network);
        let students = datasets[0].with_role(Role::Training).len();
        let batch_size = training[0].batch_size.unwrap_or(students).min(students);
        let quad = Quad::new(Start {
            training,
            network: QuadNetwork::new(networks, datasets.each_ref().map(|dataset| dataset.scaler.scales())),
            shuffled: training[0].shuffle.then(|| {
                std::array::from_fn(|lane| Shuffled {
                    dataset: Arc::clone(&datasets[lane]),
                    order: datasets[lane].with_role(Role::Training),
                    random: Random::new(training[lane].seed, Purpose::Order),
                })
            }),
            batches: self.batches(&datasets, Role::Training, batch_size),
            evaluated: [Role::Training, Role::HeldOut].map(|role| self.batches(&datasets, role, usize::MAX)),
        });
        let networks = networks.map(Network::clone);
        Member::Quad(Box::new(Four { quad, runs, datasets, networks }))
    }

    /// The dataset of the run that was varied last.
    fn dataset(&mut self) -> Arc<Dataset> {
        let Experiment { scaling, training, .. } = &*self.varied;
        let seed = (training.test_fraction > 0.0).then_some(training.seed);
        let of = (*scaling, training.test_fraction.to_bits(), seed);
        if let Some((_, dataset)) = self.datasets.iter().find(|(other, _)| *other == of) {
            return Arc::clone(dataset);
        }
        let dataset = Arc::new(Dataset::new(&self.varied));
        self.datasets.push((of, Arc::clone(&dataset)));
        dataset
    }

    /// The students of one role in batches, shared where four runs see the same.
    fn batches(&mut self, datasets: &[Arc<Dataset>; LANES], role: Role, size: usize) -> Arc<QuadBatches> {
        let [first, ..] = datasets;
        let alike = datasets.iter().all(|dataset| Arc::ptr_eq(dataset, first));
        let kept =
            self.batches.iter().find(|(of, r, s, _)| Arc::ptr_eq(of, first) && (*r, *s) == (role, size));
        if let (true, Some((.., batches))) = (alike, kept) {
            return Arc::clone(batches);
        }
        let orders = datasets.each_ref().map(|dataset| dataset.with_role(role));
        let of_runs = std::array::from_fn(|lane| (&*datasets[lane], orders[lane].as_slice()));
        let batches = Arc::new(QuadBatches::new(of_runs, size));
        if alike {
            self.batches.push((Arc::clone(first), role, size, Arc::clone(&batches)));
        }
        batches
    }
}

impl Size {
    /// Refuses more runs than there is memory for, or than are evaluated in some tenths of a second.
    fn check(&self, runs: usize) -> Checked {
        let fits = |all: u64, most: u64| {
            if all > most { (runs as f64 * (most as f64 / all as f64)) as usize } else { runs }
        };
        let most = fits(self.multiplications, Model::MAX_MULTIPLICATIONS as u64)
            .min(fits(self.numbers, MAX_NUMBERS));
        at_most(&"axes", runs, most.max(1), Quantity::Runs)
    }
}
