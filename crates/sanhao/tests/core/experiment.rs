//! The check of an experiment: each rule with the path and the value that it names.

use sanhao::{
    Activation, CheckedExperiment, Experiment, GivenLayer, HiddenLayer, Initial, Loss, Optimizer, Output,
    Preset, Scaling, Schedule, Target,
};

/// What the check says of a preset after a change.
fn refused(preset: Preset, change: impl FnOnce(&mut Experiment)) -> String {
    let mut experiment = preset.experiment();
    change(&mut experiment);
    CheckedExperiment::try_from(experiment).unwrap_err().to_string()
}

#[test]
fn presets_pass_and_survive_json() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        assert_eq!(*Experiment::from_json(&experiment.to_json()).unwrap(), experiment);
    }
}

#[test]
fn names_of_more_than_ten_thousand_letters_are_refused() {
    let long = || "长".repeat(10_001);
    let of = |change: &dyn Fn(&mut Experiment)| refused(Preset::Award, change);
    let sentence = |path: &str| format!("{path}: 10001 letters, at most 10000 allowed");
    assert_eq!(of(&|e| e.table.subjects[1] = long()), sentence("table.subjects[1]"));
    assert_eq!(of(&|e| e.table.target = long()), sentence("table.target"));
    assert_eq!(of(&|e| e.table.classes[0] = long()), sentence("table.classes[0]"));
    assert_eq!(of(&|e| e.table.students[2].name = long()), sentence("table.students[2].name"));
    let mut experiment = Preset::Award.experiment();
    experiment.table.subjects[1] = "长".repeat(10_000);
    assert!(CheckedExperiment::try_from(experiment).is_ok());
}

#[test]
fn numbers_of_training_are_held_to_their_ranges() {
    let of = |change: fn(&mut Experiment)| refused(Preset::Weights, change);
    assert_eq!(
        of(|e| e.training.learning_rate = -1.0),
        "training.learning_rate: -1 is not a positive finite number"
    );
    assert_eq!(
        of(|e| e.training.learning_rate = f64::NAN),
        "training.learning_rate: NaN is not a positive finite number"
    );
    assert_eq!(
        of(|e| e.training.learning_rate = 1e300),
        "training.learning_rate: 1e300 is not a number from 0 to 1000000"
    );
    assert_eq!(
        of(|e| e.training.batch_size = Some(0)),
        "training.batch_size: 0 is not a number from 1 to 20000"
    );
    assert_eq!(
        of(|e| e.training.test_fraction = 1.0),
        "training.test_fraction: 1 is not a number from 0 to 0.9999"
    );
    assert_eq!(of(|e| e.training.l1 = f64::INFINITY), "training.l1: inf is not a number from 0 to 1000");
    assert_eq!(
        of(|e| e.training.optimizer = Optimizer::Momentum { momentum: 1.0 }),
        "training.optimizer.momentum: 1 is not a number from 0 to 0.9999"
    );
    assert!(
        of(|e| e.training.optimizer = Optimizer::Adagrad { epsilon: 0.0 })
            .starts_with("training.optimizer.epsilon: 0 is not a number from")
    );
    assert_eq!(
        of(|e| e.training.schedule = Schedule::Step { every: 0, factor: 0.5 }),
        "training.schedule.every: 0 is not a number from 1 to 4294967295"
    );
    assert_eq!(
        of(|e| e.training.loss = Loss::Huber { delta: 0.0 }),
        "training.loss.delta: 0 is not a positive finite number"
    );
    // What would be 0 in the 32 bits that train.
    assert_eq!(
        of(|e| e.training.loss = Loss::Huber { delta: 1e-50 }),
        "training.loss.delta: 1e-50 is not a number from 1e-30 to 1000000"
    );
    assert_eq!(
        of(|e| e.training.learning_rate = 1e-60),
        "training.learning_rate: 1e-60 is not a number from 1e-30 to 1000000"
    );
}

#[test]
fn the_loss_of_several_classes_needs_outputs_that_compete() {
    let of = |change: fn(&mut Experiment)| refused(Preset::Honours, change);
    assert_eq!(
        of(|e| e.model.output = Output::Sigmoid),
        "training.loss: categorical_cross_entropy needs the output softmax for more than two classes"
    );
    // One sigmoid for two classes has the same loss under both names.
    let mut award = Preset::Award.experiment();
    award.training.loss = Loss::CategoricalCrossEntropy;
    assert!(CheckedExperiment::try_from(award).is_ok());
}

#[test]
fn a_table_is_held_to_its_classes_and_subjects() {
    let of = |change: fn(&mut Experiment)| refused(Preset::Award, change);
    assert_eq!(
        of(|e| e.table.students[2].scores[1] = Some(f64::NAN)),
        "table.students[2].scores[1]: NaN is not a finite number"
    );
    assert_eq!(
        of(|e| e.table.students[2].scores[1] = Some(1e308)),
        "table.students[2].scores[1]: 1e308 is not a number from -1000000 to 1000000"
    );
    assert_eq!(
        of(|e| e.table.students[0].target = Some(Target::Class("也许".to_owned()))),
        "table.students[0].target: \"也许\" is not one of the classes"
    );
    assert_eq!(
        of(|e| e.table.students[1].target = Some(Target::Number(1.0))),
        "table.students[1].target: 1 is not one of the classes"
    );
    assert_eq!(of(|e| e.table.classes[1] = "否".to_owned()), "table.classes[1]: \"否\" stands there twice");
    assert_eq!(of(|e| e.table.subjects.clear()), "table.subjects: 0 subjects, at least 1 needed");
    assert_eq!(of(|e| e.table.subjects[0] = " ".to_owned()), "table.subjects[0]: \" \" is empty");
    assert_eq!(
        of(|e| e.table.subjects[1] = "德育 ".to_owned()),
        "table.subjects[1]: \"德育 \" stands there twice"
    );
    assert_eq!(
        of(|e| _ = e.table.students[1].scores.pop()),
        "table.students[1].scores: 2 scores, 3 expected"
    );
    assert_eq!(
        of(|e| e.table.students.iter_mut().for_each(|student| student.target = None)),
        "table.students: 0 students with a target to learn from, at least 1 needed"
    );
    assert_eq!(
        of(|e| e.table.students.iter_mut().for_each(|student| student.included = false)),
        "table.students: 0 students with a target to learn from, at least 1 needed"
    );
    assert_eq!(
        refused(Preset::Weights, |e| e.table.students[0].target = Some(Target::Class("是".to_owned()))),
        "table.students[0].target: \"是\" is not a number"
    );
}

#[test]
fn a_model_has_to_fit_its_table_and_its_loss() {
    assert_eq!(
        refused(Preset::Weights, |e| e.model.output = Output::Softmax),
        "model.output: softmax needs a table with classes, this one has numbers"
    );
    assert_eq!(
        refused(Preset::Weights, |e| e.training.loss = Loss::BinaryCrossEntropy),
        "training.loss: binary_cross_entropy needs a table with classes, this one has numbers"
    );
    assert_eq!(
        refused(Preset::Award, |e| e.model.output = Output::Linear),
        "training.loss: binary_cross_entropy needs probabilities: an output of sigmoid or softmax"
    );
    assert_eq!(
        refused(Preset::Layers, |e| e.model.hidden[0].units = 0),
        "model.hidden[0].units: 0 is not a number from 1 to 512"
    );
    let layer = HiddenLayer { units: 1, activation: Activation::Tanh };
    assert_eq!(
        refused(Preset::Layers, |e| e.model.hidden = vec![layer; 9]),
        "model.hidden: 9 layers, at most 8 allowed"
    );
    assert_eq!(
        refused(Preset::Layers, |e| {
            e.model.hidden = vec![HiddenLayer { units: 512, activation: Activation::Tanh }; 8];
            e.table.students = e.table.students.iter().cycle().take(2000).cloned().collect();
        }),
        "model.hidden: 3673088000 multiplications for a look at every student, at most 500000000 allowed"
    );
    let given = GivenLayer { weights: vec![vec![1.0, 2.0]], biases: vec![] };
    assert_eq!(
        refused(Preset::Weights, |e| e.model.initial = Initial::Given { layers: vec![given] }),
        "model.initial.layers[0].weights[0]: 2 weights, 3 expected"
    );
    let given = GivenLayer { weights: vec![vec![1.0, 2.0, 3.0]], biases: vec![1.0] };
    assert_eq!(
        refused(Preset::Weights, |e| e.model.initial = Initial::Given { layers: vec![given] }),
        "model.initial.layers[0].biases: 1 biases, 0 expected"
    );
}

#[test]
fn json_that_is_no_experiment_is_refused_with_the_path() {
    let json = Preset::Weights.experiment().to_json();
    let of = |json: &str| Experiment::from_json(json).unwrap_err().to_string();
    assert!(of(&json.replace("0.001", "\"fast\"")).starts_with("training.learning_rate: invalid type"));
    assert!(
        of(&json.replace("\"test_fraction\"", "\"hold_out\""))
            .starts_with("training.hold_out: unknown field `hold_out`")
    );
    assert!(of("{}").contains("missing field `table`"));
    assert!(of("").contains("EOF"));
    assert_eq!(
        of(&format!("{json}}}")),
        format!("trailing characters at line {} column 2", json.lines().count())
    );
}

/// As a link of version 1 held it.
const VERSION_1: &str = r#"{
    "table": {
        "subjects": ["德育", "智育", "体育"], "target": "总分", "classes": [],
        "students": [
            { "name": "A", "scores": [90, 80, 70], "target": 85, "included": true },
            { "name": "B", "scores": [98, 95, 87], "target": 96, "included": true }
        ]
    },
    "scaling": "hundredth",
    "model": { "hidden": [], "weights": "free", "bias": false, "output": "linear", "initial": { "kind": "zeros" } },
    "training": {
        "loss": { "kind": "absolute" },
        "optimizer": { "kind": "rmsprop_tensorflow1", "decay": 0.9, "epsilon": 1e-10 },
        "learning_rate": 0.001, "schedule": { "kind": "constant" }, "batch_size": 1, "shuffle": false,
        "l1": 0, "l2": 0, "held_out": 0.25, "seed": 1
    }
}"#;

#[test]
fn an_experiment_of_version_1_is_migrated_and_a_present_one_is_held_to_its_names() {
    let mut expected = Preset::Weights.experiment();
    expected.scaling = Scaling::DivideBy100;
    expected.training.test_fraction = 0.25;
    let mut named = expected.clone();
    for (student, name) in named.table.students.iter_mut().zip(["A", "B"]) {
        student.name = name.to_owned();
    }
    let old = Experiment::from_json(VERSION_1).unwrap();
    assert_eq!(*old, named);
    let numbered = VERSION_1.replacen('{', "{ \"version\": 1, ", 1);
    assert_eq!(Experiment::from_json(&numbered).unwrap(), old);
    let refused = |version: &str| {
        let json = VERSION_1.replacen('{', &format!("{{ \"version\": {version}, "), 1);
        Experiment::from_json(&json).unwrap_err().to_string()
    };
    assert!(refused("2").starts_with("scaling: unknown variant `hundredth`"), "{}", refused("2"));
    assert_eq!(refused("3"), "version: 3 is not a version from 1 to 2");
    let both = VERSION_1.replacen("\"held_out\"", "\"test_fraction\": 0.5, \"held_out\"", 1);
    let lost = Experiment::from_json(&both).unwrap_err().to_string();
    assert_eq!(lost, "training.test_fraction: unknown field `test_fraction`, expected `held_out`");
    let text = old.to_json().replacen("\"version\": 2", "\"version\": \"2\"", 1);
    let refused = Experiment::from_json(&text).unwrap_err().to_string();
    assert_eq!(refused, "version: invalid type: string \"2\", expected u32");
    assert!(old.to_json().contains("\"version\": 2") && old.to_json().contains("\"divide_by_100\""));
}

#[test]
fn fields_with_a_default_may_be_absent() {
    let json = r#"{
        "version": 2,
        "table": { "subjects": ["a"], "target": "t", "students": [{ "name": "A", "scores": [1], "target": 2 }] },
        "model": { "output": "linear" },
        "training": { "loss": { "kind": "squared" }, "optimizer": { "kind": "sgd" }, "learning_rate": 0.1 }
    }"#;
    let experiment = Experiment::from_json(json).unwrap();
    assert_eq!(experiment.scaling, Scaling::Raw);
    assert!(
        experiment.model.bias && experiment.model.hidden.is_empty() && experiment.table.students[0].included
    );
    assert_eq!((experiment.training.batch_size, experiment.training.seed), (None, 1));
    assert_eq!(experiment.training.schedule, Schedule::Constant);
}
