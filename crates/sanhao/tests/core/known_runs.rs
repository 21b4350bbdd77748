//! Runs whose ends are known, and what is said of each: the faults that a diagnosis must not have again.

use ndarray::{Array1, Array2};
use sanhao::insight::diagnosis;
use sanhao::{
    Activation, CheckedExperiment, Diagnosis, Experiment, Initial, Loss, Optimizer, Preset, Scaling,
    Schedule, Student, Table, Target, Trainer,
};

/// A run after so many updates, evaluated often on the way as on the page.
fn run(experiment: Experiment, updates: u64) -> Trainer {
    let mut run = Trainer::new(CheckedExperiment::try_from(experiment).expect("an experiment"));
    for _ in 0..8 {
        run.step(updates / 8);
        run.evaluate();
    }
    run
}

/// What is said of a run: the kind, and the cause where there is one.
fn said(run: &Trainer) -> String {
    let text = serde_json::to_value(diagnosis::of(run)).expect("a diagnosis");
    let kind = text["kind"].as_str().expect("a kind").to_owned();
    match text["cause"]["kind"].as_str() {
        Some(cause) => format!("{kind}: {cause}"),
        None => kind,
    }
}

/// Numbers between 0 and 1 that look random: two rounds of a multiplicative hash.
fn unit(i: usize) -> f64 {
    let round = |x: u32| (x ^ (x >> 15)).wrapping_mul(0x9e37_79b1);
    f64::from(round(round(i as u32 + 1))) / 2f64.powi(32)
}

/// Students whose totals follow 0.6, 0.3, 0.1, plus noise of so many points.
fn totals(students: usize, noise: f64) -> Table {
    let scores = Array2::from_shape_fn((students, 3), |(i, j)| (60.0 + 40.0 * unit(3 * i + j)).round());
    let targets = Array1::from_shape_fn(students, |i| {
        scores.row(i).iter().zip([0.6, 0.3, 0.1]).map(|(x, w)| x * w).sum::<f64>()
            + noise * (unit(7 * i + 5) - 0.5)
    });
    Table::from_arrays(scores.view(), targets.view()).expect("a table")
}

/// An award for exactly one good subject of two.
fn exclusive_or() -> Table {
    let student = |a: f64, b: f64, yes: bool| Student {
        name: format!("{a} {b}"),
        scores: vec![Some(a), Some(b)],
        target: Some(Target::Class(if yes { "是" } else { "否" }.to_owned())),
        included: true,
    };
    Table {
        subjects: vec!["A".to_owned(), "B".to_owned()],
        target: "三好".to_owned(),
        classes: vec!["否".to_owned(), "是".to_owned()],
        students: vec![
            student(50.0, 50.0, false),
            student(50.0, 90.0, true),
            student(90.0, 50.0, true),
            student(90.0, 90.0, false),
        ],
    }
}

/// The course's first run at another learning rate.
fn course(rate: f64) -> Experiment {
    Preset::Weights.experiment().learning_rate(rate)
}

fn least_squares(table: Table) -> Experiment {
    Experiment::regression(table).optimizer(Optimizer::Sgd)
}

fn exclusive_or_net(units: &[usize], activation: Activation) -> Experiment {
    Experiment::binary(exclusive_or()).hidden(units.iter().copied(), activation).optimizer(Optimizer::Sgd)
}

#[test]
fn known_runs_are_told_for_what_they_are() {
    let adam = Optimizer::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    let deep = |rate: f64| Preset::Layers.experiment().hidden([4; 8], Activation::Relu).learning_rate(rate);
    let award = || Preset::Award.experiment().scaling(Scaling::Standard).bias(true);
    let dead = || {
        let mut experiment = exclusive_or_net(&[6], Activation::Relu).scaling(Scaling::DivideBy100);
        experiment.model.initial = Initial::Constant { weight: -0.5, bias: -0.5 };
        experiment
    };
    let runs: Vec<(&str, Experiment, u64, &str)> = vec![
        ("the course's first run", Preset::Weights.experiment(), 5_000, "learning"),
        ("the same, far longer", Preset::Weights.experiment(), 40_000, "swinging"),
        ("a rate of 10", course(10.0), 8_000, "swinging"),
        ("a rate of 0.01", course(0.01), 20_000, "swinging"),
        ("a rate of 1e-9", course(1e-9), 4_000, "slow"),
        ("least squares, exact totals", least_squares(totals(300, 0.0)).learning_rate(0.2), 2_000, "minimum"),
        ("least squares, noise", least_squares(totals(300, 8.0)).learning_rate(0.2), 2_000, "minimum"),
        (
            "the same with 5,000 students",
            least_squares(totals(5_000, 8.0)).learning_rate(0.2),
            500,
            "minimum",
        ),
        ("far over the bound", least_squares(totals(300, 8.0)).learning_rate(2.0), 400, "diverged"),
        ("far under the bound", least_squares(totals(300, 8.0)).learning_rate(1e-7), 4_000, "slow"),
        (
            "exclusive or, one layer",
            exclusive_or_net(&[], Activation::Tanh).learning_rate(0.1),
            4_000,
            "stuck: cancelling",
        ),
        ("exclusive or, dead neurons", dead().learning_rate(0.1), 4_000, "stuck: flat"),
        (
            "exclusive or, solved",
            exclusive_or_net(&[4], Activation::Tanh).optimizer(adam).learning_rate(0.05),
            4_000,
            "separable",
        ),
        ("a line between the classes", award().optimizer(adam).learning_rate(0.05), 20_000, "separable"),
        (
            "held back by l2",
            award().optimizer(Optimizer::Sgd).l2(0.01).learning_rate(0.5),
            20_000,
            "minimum: held",
        ),
        ("eight layers, a rate of 10", deep(10.0), 4_000, "swinging"),
        (
            "the absolute loss, noise",
            least_squares(totals(300, 8.0)).loss(Loss::Absolute).learning_rate(0.1),
            8_000,
            "minimum",
        ),
        (
            "the absolute loss, on its way",
            least_squares(totals(300, 8.0)).loss(Loss::Absolute).learning_rate(1e-5),
            8_000,
            "slow",
        ),
        (
            "Huber's loss, noise",
            least_squares(totals(300, 8.0)).loss(Loss::Huber { delta: 5.0 }).learning_rate(0.5),
            4_000,
            "minimum",
        ),
    ];
    let wrong: Vec<String> = runs
        .into_iter()
        .filter_map(|(name, experiment, updates, expected)| {
            let said = said(&run(experiment, updates));
            (said != expected).then(|| format!("{name}: {said}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_holds_a_run_at_rest_back_is_named() {
    let scores = |students: usize, subjects: usize| {
        Array2::from_shape_fn((students, subjects), |(i, j)| (55.0 + 45.0 * unit(subjects * i + j)).round())
    };
    let regression = |scores: &Array2<f64>, total: &dyn Fn(ndarray::ArrayView1<'_, f64>) -> f64| {
        let targets: Array1<f64> = scores.rows().into_iter().map(total).collect();
        least_squares(Table::from_arrays(scores.view(), targets.view()).expect("a table"))
    };
    let line = Array2::from_shape_fn((41, 1), |(i, _)| i as f64 / 5.0 - 4.0);
    let twenty = scores(20, 3);
    let held_to_one = |weights: [f64; 3]| {
        let mut experiment = regression(&twenty, &|x| x.iter().zip(weights).map(|(x, w)| x * w).sum());
        experiment.model.weights = sanhao::Constraint::SumToOne;
        experiment.scaling(Scaling::Raw).bias(false).learning_rate(0.001)
    };
    let without_bias = |table: Experiment| table.scaling(Scaling::Raw).bias(false).learning_rate(0.001);
    let scheduled = |schedule: Schedule| {
        let mut experiment = least_squares(totals(300, 8.0)).learning_rate(0.01);
        experiment.training.schedule = schedule;
        experiment
    };
    // Every student twice, once with each answer.
    let mut twins = exclusive_or();
    for student in exclusive_or().students {
        let yes = student.target == Some(Target::Class("是".to_owned()));
        let target = Some(Target::Class(if yes { "否" } else { "是" }.to_owned()));
        twins.students.push(Student { target, ..student });
    }
    // Two twins, and students so far on the right side that 32 bits leave them no slope.
    let twins_beside_the_sure = Table {
        subjects: vec!["A".to_owned()],
        students: [75.0, 60.0, 61.0]
            .map(|score| (score, "否"))
            .into_iter()
            .chain([75.0].into_iter().chain((90..100).map(f64::from)).map(|score| (score, "是")))
            .map(|(score, class)| Student {
                name: String::new(),
                scores: vec![Some(score)],
                target: Some(Target::Class(class.to_owned())),
                included: true,
            })
            .collect(),
        ..exclusive_or()
    };
    // Yes or no by chance, likelier with a better first score.
    let chance = |students: usize| {
        let scores = scores(students, 3);
        let student = |i: usize| Student {
            name: i.to_string(),
            scores: scores.row(i).iter().copied().map(Some).collect(),
            target: Some(Target::Class(
                if scores[(i, 0)] + 60.0 * (unit(5 * i + 7) - 0.5) > 78.0 { "是" } else { "否" }.to_owned(),
            )),
            included: true,
        };
        Table {
            subjects: ["A", "B", "C"].map(str::to_owned).to_vec(),
            students: (0..students).map(student).collect(),
            ..exclusive_or()
        }
    };
    let by_chance = |students: usize| Experiment::binary(chance(students)).optimizer(Optimizer::Sgd);
    let runs: Vec<(&str, Experiment, u64, &str)> = vec![
        (
            "a parabola",
            regression(&line, &|x| x[0] * x[0]).learning_rate(0.1),
            2_000,
            "same_for_all: straight",
        ),
        ("noise is no bend", by_chance(300).learning_rate(0.5), 4_000, "minimum"),
        (
            "y = x + 2 without a bias",
            without_bias(regression(&line, &|x| x[0] + 2.0)),
            20_000,
            "minimum: no_bias",
        ),
        ("weights that sum to -0.4", held_to_one([-0.5, 0.3, -0.2]), 20_000, "slow: sum_to_one"),
        ("weights that sum to one", held_to_one([0.2, 0.5, 0.3]), 8_000, "minimum"),
        ("twins", Experiment::binary(twins.clone()).optimizer(Optimizer::Sgd), 4_000, "stuck: twins"),
        (
            "twins, by the other cross-entropy",
            Experiment::binary(twins.clone()).loss(Loss::CategoricalCrossEntropy).optimizer(Optimizer::Sgd),
            4_000,
            "stuck: twins",
        ),
        (
            "twins beside students who are right for sure",
            Experiment::binary(twins_beside_the_sure).hidden([6], Activation::Relu),
            20_000,
            "minimum: twins",
        ),
        (
            "twins, a hidden layer",
            Experiment::binary(twins)
                .hidden([3], Activation::Tanh)
                .optimizer(Optimizer::Sgd)
                .learning_rate(0.5),
            20_000,
            "same_for_all: twins",
        ),
        (
            "weights of 0 that no error passes",
            exclusive_or_net(&[1], Activation::Tanh).initial(Initial::Zeros).bias(false),
            2_000,
            "stuck: zero_weights",
        ),
        ("a heavy penalty", by_chance(300).l2(10.0).learning_rate(0.05), 4_000, "minimum: held"),
        (
            "a rate that has become 0",
            scheduled(Schedule::Step { every: 100, factor: 0.0 }),
            2_000,
            "slow: ended",
        ),
        (
            "a rate that has faded",
            scheduled(Schedule::Exponential { every: 20, factor: 0.5 }),
            2_000,
            "slow: ended",
        ),
        ("a warm-up that has begun", scheduled(Schedule::WarmUp { steps: 10_000_000 }), 2_000, "learning"),
        (
            "a swing that dies out",
            least_squares(totals(300, 8.0))
                .optimizer(Optimizer::Momentum { momentum: 0.99 })
                .learning_rate(0.05),
            200,
            "learning",
        ),
    ];
    let wrong: Vec<String> = runs
        .into_iter()
        .filter_map(|(name, experiment, updates, expected)| {
            let said = said(&run(experiment, updates));
            (said != expected).then(|| format!("{name}: {said}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_swing_is_told_with_its_ends() {
    for (rate, low, high) in [(10.0, 115.0, 2664.0), (0.01, 1.23, 3.63)] {
        let Diagnosis::Swinging { low: least, high: most, .. } = diagnosis::of(&run(course(rate), 20_000))
        else {
            panic!("no swing at {rate}");
        };
        assert!((least / low - 1.0).abs() < 0.01 && (most / high - 1.0).abs() < 0.01, "{least} to {most}");
    }
}

#[test]
fn a_plateau_is_no_minimum_and_no_word_outlives_its_reason() {
    let net = exclusive_or_net(&[4, 2], Activation::Sigmoid).learning_rate(0.03).seed(1);
    let mut run = run(net, 4_000);
    assert_eq!(said(&run), "slow");
    let mut words = vec![];
    while run.updates() < 400_000 && run.evaluate().accuracy() != Some(1.0) {
        run.step(2_000);
        run.evaluate();
        words.push(said(&run));
    }
    assert_eq!(run.evaluation().accuracy(), Some(1.0));
    assert!(words.iter().any(|word| word == "learning"), "{words:?}");
    assert!(!words.iter().any(|word| word == "minimum"), "{words:?}");
}

#[test]
fn a_minimum_stays_one_at_a_lower_rate() {
    let mut run = run(least_squares(totals(24, 8.0)).learning_rate(0.2), 4_000);
    assert_eq!(said(&run), "minimum");
    run.set_learning_rate(0.002).expect("a rate");
    for _ in 0..20 {
        run.step(1_000);
        run.evaluate();
    }
    assert_eq!(said(&run), "minimum");
}
