//! Losses and outputs at scores and sums so large that e^z is not a 32-bit number.

use sanhao::{
    CheckedExperiment, Experiment, GivenLayer, Initial, Loss, Output, Preset, Scaling, Student, Table,
    Target, Trainer,
};

const LOSSES: [Loss; 5] = [
    Loss::Absolute,
    Loss::Squared,
    Loss::Huber { delta: 1.0 },
    Loss::BinaryCrossEntropy,
    Loss::CategoricalCrossEntropy,
];

/// Sums from a student alone, beside others and of both signs.
const SCORES: [f64; 11] = [-1e4, -1e3, -104.0, -89.0, -1.0, 0.0, 1.0, 89.0, 104.0, 1e3, 1e4];

/// One student a score and class, whose sums are the score times `weights`, one an output.
fn experiment(
    output: Output,
    loss: Loss,
    score: f64,
    class: usize,
    classes: usize,
    weights: &[f64],
) -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    let names: Vec<String> = (0..classes).map(|class| class.to_string()).collect();
    experiment.table = Table {
        subjects: vec!["x".into()],
        target: "t".into(),
        students: vec![Student {
            name: String::new(),
            scores: vec![Some(score)],
            target: Some(names.get(class).map_or(Target::Number(score), |name| Target::Class(name.clone()))),
            included: true,
        }],
        classes: names,
    };
    experiment.scaling = Scaling::Raw;
    experiment.model.output = output;
    let layer = GivenLayer { weights: weights.iter().map(|w| vec![*w]).collect(), biases: vec![] };
    experiment.model.initial = Initial::Given { layers: vec![layer] };
    experiment.training.loss = loss;
    experiment
}

#[test]
fn a_loss_is_never_negative_nor_nan_nor_minus_zero_and_probabilities_stay_probabilities() {
    let mut tried = 0;
    for loss in LOSSES {
        for (output, classes, weights) in [
            (Output::Linear, 0, &[1.0][..]),
            (Output::Linear, 0, &[-1.0]),
            (Output::Linear, 2, &[1.0]),
            (Output::Linear, 3, &[1.0, -1.0, 0.0]),
            (Output::Sigmoid, 0, &[1.0]),
            (Output::Sigmoid, 2, &[1.0]),
            (Output::Sigmoid, 3, &[1.0, -1.0, 0.0]),
            (Output::Softmax, 2, &[1.0, -1.0]),
            (Output::Softmax, 3, &[1.0, -1.0, 0.0]),
            (Output::Softmax, 3, &[1.0, 1.0, 1.0]),
        ] {
            for (score, class) in
                SCORES.iter().flat_map(|score| (0..classes.max(1)).map(move |c| (*score, c)))
            {
                let experiment = experiment(output, loss, score, class, classes, weights);
                let case = format!("{loss:?} on {output:?} of {score} × {weights:?}, class {class}");
                // Cross-entropies are of probabilities of classes.
                let Ok(experiment) = CheckedExperiment::try_from(experiment) else { continue };
                check(experiment, &case);
                tried += 1;
            }
        }
    }
    assert_eq!(tried, SCORES.len() * 86);
}

fn check(experiment: CheckedExperiment, case: &str) {
    let (output, classes) = (experiment.model.output, experiment.table.classes.len());
    let mut trainer = Trainer::new(experiment);
    for _ in 0..2 {
        let evaluation = trainer.evaluate();
        let loss = evaluation.loss().expect(case);
        assert!(loss.is_finite() && loss.is_sign_positive(), "{case}: {loss:?}");
        let predictions = evaluation.predictions();
        assert!(predictions.iter().all(|p| p.is_finite()), "{case}: {predictions}");
        if output != Output::Linear {
            assert!(predictions.iter().all(|p| (0.0..=1.0).contains(p)), "{case}: {predictions}");
        }
        if output == Output::Softmax && classes > 0 {
            assert!((predictions.sum() - 1.0).abs() < 1e-6, "{case}: {predictions}");
        }
        trainer.step(1);
        assert!(!trainer.has_diverged(), "{case}");
        assert!(trainer.evaluate().parameters().iter().all(|w| w.is_finite()), "{case}");
    }
}
