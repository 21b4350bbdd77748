//! The largest stable learning rate of the absolute loss, which has edges, tried by the trainer.

use sanhao::insight::stability::largest_learning_rate;
use sanhao::{
    Activation, CheckedExperiment, Constraint, Experiment, HiddenLayer, Initial, Loss, Optimizer, Output,
    Preset, Scaling, Stability, Target, Trainer,
};

use crate::learning_rate::{analysis, bound, descent};

/// Students' errors on the edges of the absolute loss, where differences of gradients would be those across an edge.
#[test]
fn the_bound_of_an_absolute_loss_is_that_of_its_penalty_also_on_an_edge() {
    let mut experiment = descent(Preset::Weights.experiment());
    experiment.training.loss = Loss::Absolute;
    experiment.training.l2 = 0.5;
    for (optimizer, squares, expected) in [
        (Optimizer::Sgd, &[][..], 2.0 / 0.5),
        // Momentum passes on 1 / (1 + 0.6) of a gradient that oscillates.
        (Optimizer::Momentum { momentum: 0.6 }, &[], 2.0 / (0.5 / 1.6)),
        // A step is divided by √s + ε: it is longest where s is 4.
        (Optimizer::Adagrad { epsilon: 0.5 }, &[9.0, 4.0, 16.0], 2.0 / (0.5 / 2.5)),
    ] {
        experiment.training.optimizer = optimizer;
        for parameters in [[0.0; 3], [0.6, 0.3, 0.1]] {
            let analysis = analysis(&experiment, Some(&parameters));
            let Stability::Bound { largest, exact, diverges, .. } =
                largest_learning_rate(&analysis, squares, 1)
            else {
                panic!("{optimizer:?} has no bound");
            };
            assert!((largest / expected - 1.0).abs() < 1e-12, "{optimizer:?}: {largest}, not {expected}");
            assert_eq!((exact, diverges), (squares.is_empty(), squares.is_empty().then_some(largest)));
        }
    }
}

/// Two students' totals under a model that is not linear, by the absolute loss.
fn curved() -> [(&'static str, Experiment); 3] {
    let mut experiment = descent(Preset::Weights.experiment());
    experiment.scaling = Scaling::DivideBy100;
    experiment.training.loss = Loss::Absolute;
    let [mut layer, mut sum, mut sigmoid] = [(); 3].map(|()| experiment.clone());
    layer.model.hidden = vec![HiddenLayer { units: 3, activation: Activation::Tanh }];
    layer.model.initial = Initial::XavierUniform;
    sum.model.weights = Constraint::SumToOne;
    sigmoid.model.output = Output::Sigmoid;
    for (student, target) in sigmoid.table.students.iter_mut().zip([0.3, 0.6]) {
        student.target = Some(Target::Number(target));
    }
    [("a hidden layer", layer), ("weights that sum to one", sum), ("a sigmoid", sigmoid)]
}

/// How often the loss rises in the last hundred of many updates.
fn rises(experiment: &Experiment) -> usize {
    let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    run.step(200_000);
    let losses: Vec<f64> = (0..100)
        .map(|_| {
            run.step(1);
            run.evaluate().loss().unwrap()
        })
        .collect();
    losses.windows(2).filter(|pair| pair[1] > pair[0]).count()
}

#[test]
fn an_absolute_loss_with_edges_swings_at_every_rate_and_names_no_bound() {
    for (name, mut experiment) in curved() {
        for l2 in [0.0, 0.01] {
            experiment.training.l2 = l2;
            let stability = largest_learning_rate(&analysis(&experiment, None), &[], 0);
            assert_eq!(stability, Stability::Edges, "{name}");
        }
        experiment.training.l2 = 0.0;
        for rate in [0.001, 0.01, 0.1] {
            experiment.training.learning_rate = rate;
            assert!(rises(&experiment) >= 10, "{name} at {rate}: {}", rises(&experiment));
        }
    }
    // A probability never reaches the 0 or 1 of a class: there is no edge to step over.
    let mut award = descent(Preset::Award.experiment());
    award.scaling = Scaling::Standard;
    award.training.loss = Loss::Absolute;
    for rate in [0.001, 0.01, 0.1] {
        award.training.learning_rate = rate;
        assert_eq!(rises(&award), 0, "at {rate}");
    }
    assert!(!bound(&award, None).1);
}

#[test]
fn over_edges_the_weight_decay_alone_bounds_the_rate() {
    let (_, mut experiment) = curved().into_iter().next().unwrap();
    let decay = 0.5;
    experiment.training.optimizer =
        Optimizer::Adamw { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: decay };
    let stability = largest_learning_rate(&analysis(&experiment, None), &[], 0);
    let largest = 2.0 / decay;
    let expected = Stability::Bound { largest, exact: true, diverges: Some(largest), at_rest: false };
    assert_eq!(stability, expected);
    for (part, diverges) in [(0.98, false), (1.02, true)] {
        experiment.training.learning_rate = part * largest;
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        run.step(100_000);
        assert_eq!(run.has_diverged(), diverges, "at {part} of the bound");
    }
}
