//! Experiments and tables across the boundary, and what is refused there.

use js_sys::Reflect;
use sanhao::{
    Activation, Constraint, Experiment, GivenLayer, Initial, Loss, Optimizer, Output, Preset, Scaling,
    Schedule, Table, Target,
};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{js, rust, session, thrown};
use crate::values::{from_js, to_js};
use crate::{Session, csv_from_table, migrated, preset_experiment, read_experiment, table_from_csv};

/// An experiment that has gone into the module and out again.
fn crossed_twice(experiment: &Experiment) -> Experiment {
    rust(to_js(&from_js::<Experiment>(js(experiment)).unwrap()).unwrap())
}

#[wasm_bindgen_test]
fn experiments_cross_in_both_directions_unchanged() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let crossed = preset_experiment(js(&preset)).unwrap();
        assert_eq!(rust::<Experiment>(crossed), experiment);
        assert_eq!(crossed_twice(&experiment), experiment);
    }
    assert_eq!(thrown(preset_experiment("nothing".into())).0.split('`').nth(1), Some("nothing"));
}

#[wasm_bindgen_test]
fn tables_cross_as_csv() {
    let table: Table = rust(table_from_csv("姓名,德育,总分\n甲,90,85\n乙,80,?\n".as_bytes()).unwrap());
    assert_eq!(table.students[0].target, Some(Target::Number(85.0)));
    assert_eq!(csv_from_table(js(&table)).unwrap(), "name,德育,总分\n甲,90,85\n乙,80,?\n");
    let (message, details) = thrown(table_from_csv("姓名,德育,总分\n甲,九十,85\n".as_bytes()));
    assert_eq!(message, "row 2, column \"德育\": \"九十\" is not a number");
    let location = Reflect::get(&details, &"location".into()).unwrap();
    assert_eq!(Reflect::get(&location, &"row".into()).unwrap(), 2);
}

#[wasm_bindgen_test]
fn every_variant_crosses_under_the_name_that_it_has_in_files() {
    let mut experiment = Preset::Layers.experiment();
    let optimizers = [
        Optimizer::Sgd,
        Optimizer::Momentum { momentum: 0.5 },
        Optimizer::Nesterov { momentum: 0.5 },
        Optimizer::Adagrad { epsilon: 0.5 },
        Optimizer::RmspropTensorflow1 { decay: 0.25, epsilon: 0.5 },
        Optimizer::RmspropPytorch { decay: 0.25, epsilon: 0.5 },
        Optimizer::Adam { beta1: 0.25, beta2: 0.75, epsilon: 0.5 },
        Optimizer::Adamw { beta1: 0.25, beta2: 0.75, epsilon: 0.5, weight_decay: 0.125 },
    ];
    let schedules = [
        Schedule::Constant,
        Schedule::Step { every: 2, factor: 0.5 },
        Schedule::Exponential { every: 2, factor: 0.5 },
        Schedule::Cosine { steps: 3 },
        Schedule::WarmUp { steps: 3 },
    ];
    let losses = [
        Loss::Absolute,
        Loss::Squared,
        Loss::Huber { delta: 0.5 },
        Loss::BinaryCrossEntropy,
        Loss::CategoricalCrossEntropy,
    ];
    let given = GivenLayer { weights: vec![vec![0.5; 2]; 6], biases: vec![0.25; 6] };
    let last = GivenLayer { weights: vec![vec![0.5; 6]], biases: vec![0.25] };
    let initials = [
        Initial::Zeros,
        Initial::Constant { weight: 0.5, bias: 0.25 },
        Initial::Given { layers: vec![given, last] },
        Initial::XavierUniform,
        Initial::HeNormal,
        Initial::Uniform { limit: 0.5 },
    ];
    for i in 0..8 {
        experiment.training.optimizer = optimizers[i];
        experiment.training.schedule = schedules[i % 5];
        experiment.training.loss = losses[i % 5];
        experiment.model.initial = initials[i % 6].clone();
        experiment.model.hidden[0].activation = Activation::ALL[i];
        experiment.model.output = [Output::Sigmoid, Output::Softmax][usize::from(i >= 5)];
        experiment.model.weights = [Constraint::Free, Constraint::SumToOne][i % 2];
        experiment.scaling = [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard][i % 3];
        experiment.training.batch_size = [None, Some(7)][i % 2];
        assert_eq!(crossed_twice(&experiment), experiment);
    }
}

#[wasm_bindgen_test]
fn an_invalid_experiment_is_an_error_with_the_cores_message() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.learning_rate = -1.0;
    let sentence = "training.learning_rate: -1 is not a positive finite number";
    let (message, details) = thrown(Session::new(js(&experiment)));
    assert_eq!(message, sentence);
    let rule = Reflect::get(&details, &"rule".into()).unwrap();
    assert_eq!(Reflect::get(&rule, &"kind".into()).unwrap(), "positive");

    experiment.training.learning_rate = 1.0;
    let mut session = session(&experiment);
    for rate in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(thrown(session.set_learning_rate(rate)).0.starts_with("training.learning_rate: "));
    }

    let broken = js(&experiment);
    let training = Reflect::get(&broken, &"training".into()).unwrap();
    Reflect::set(&training, &"seed".into(), &"one".into()).unwrap();
    assert_eq!(thrown(Session::new(broken)).0, "training.seed: invalid type: string \"one\", expected u32");
    assert_eq!(
        thrown(Session::new(JsValue::UNDEFINED)).0,
        "invalid type: unit value, expected struct Experiment"
    );
}

#[wasm_bindgen_test]
fn an_experiment_of_another_shape_is_refused_with_the_path_and_in_the_words_of_json() {
    let json = Preset::Layers.experiment().to_json();
    let of = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        let json = json.replacen(from, to, 1);
        let refused = thrown(Session::new(js_sys::JSON::parse(&json).unwrap())).0;
        assert_eq!(Experiment::from_json(&json).unwrap_err().to_string(), refused);
        refused
    };
    assert_eq!(
        of("\"learning_rate\"", "\"rate\"").split(", ").next(),
        Some("training.rate: unknown field `rate`")
    );
    assert_eq!(of("\"learning_rate\": 0.03,", ""), "training: missing field `learning_rate`");
    assert_eq!(of("\"beta1\": 0.9,", ""), "training.optimizer: missing field `beta1`");
    assert_eq!(
        of("\"beta1\"", "\"momentum\": 0.5, \"beta1\""),
        "training.optimizer: unknown field `momentum`"
    );
    assert_eq!(
        of("\"beta1\": 0.9", "\"beta1\": \"0.9\""),
        "training.optimizer.beta1: invalid type: string \"0.9\", expected f64"
    );
    assert_eq!(
        of("\"adam\"", "\"adan\"").split(", ").next(),
        Some("training.optimizer.kind: unknown variant `adan`")
    );
    assert_eq!(
        of("\"units\": 6", "\"units\": 6.5"),
        "model.hidden[0].units: invalid type: floating point `6.5`, expected usize"
    );
    assert_eq!(of("\"seed\": 1", "\"seed\": -1"), "training.seed: invalid value: integer `-1`, expected u32");
    assert_eq!(
        of("\"seed\": 1", "\"seed\": 4294967296"),
        "training.seed: invalid value: integer `4294967296`, expected u32"
    );
    assert_eq!(
        of("\"included\": true", "\"included\": 1"),
        "table.students[0].included: invalid type: integer `1`, expected a boolean"
    );
    assert_eq!(
        of("\"target\": \"否\"", "\"target\": true"),
        "table.students[0].target: invalid type: boolean `true`, expected a number or the name of a class"
    );
    assert_eq!(of("\"version\": 2", "\"version\": 3"), "version: 3 is not a version from 1 to 2");
}

/// The parsed text of case 4's experiment with each of its values in turn replaced by what is no value there: a refusal
/// names the path of the value.
#[wasm_bindgen_test]
fn every_field_in_turn_is_refused_with_its_path() {
    let mut experiment = Preset::Layers.experiment();
    experiment.table.students.truncate(4);
    experiment.training.batch_size = Some(2);
    let whole: serde_json::Value = serde_json::from_str(&experiment.to_json()).unwrap();
    let mut paths = vec![];
    collect_paths(&whole, "", "", &mut paths);
    assert!(paths.len() > 50, "{}", paths.len());
    for (pointer, path) in paths {
        let mut broken = whole.clone();
        // A list with an object is no value of any field.
        *broken.pointer_mut(&pointer).unwrap() = serde_json::json!([{ "no": "value" }]);
        let refused = thrown(Session::new(js(&broken))).0;
        assert!(refused.starts_with(&path), "{path} {refused}");
        let mut unknown = whole.clone();
        if let Some(serde_json::Value::Object(fields)) = unknown.pointer_mut(&pointer) {
            fields.insert("constructor_".to_owned(), 1.into());
            let refused = thrown(Session::new(js(&unknown))).0;
            assert!(
                refused.contains("unknown field `constructor_`") && refused.starts_with(&path),
                "{refused}"
            );
        }
    }
}

/// The JSON pointer and the path of every value inside a value.
fn collect_paths(value: &serde_json::Value, pointer: &str, path: &str, paths: &mut Vec<(String, String)>) {
    let inside: Vec<(String, String, &serde_json::Value)> = match value {
        serde_json::Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            fields.iter().map(|(name, value)| (name.clone(), format!("{path}{dot}{name}"), value)).collect()
        }
        serde_json::Value::Array(items) => {
            let item = |(i, value)| (format!("{i}"), format!("{path}[{i}]"), value);
            items.iter().enumerate().map(item).collect()
        }
        _ => vec![],
    };
    for (name, path, value) in inside {
        let pointer = format!("{pointer}/{name}");
        collect_paths(value, &pointer, &path, paths);
        paths.push((pointer, path));
    }
}

#[wasm_bindgen_test]
fn an_experiment_of_version_1_and_one_with_defaults_come_back_whole_and_of_version_2() {
    let mut expected = Preset::Weights.experiment();
    expected.scaling = Scaling::DivideBy100;
    expected.training.test_fraction = 0.25;
    let mut old: serde_json::Value = serde_json::from_str(&expected.to_json()).unwrap();
    let fields = old.as_object_mut().unwrap();
    fields.remove("version");
    fields["scaling"] = "hundredth".into();
    let training = fields["training"].as_object_mut().unwrap();
    let fraction = training.remove("test_fraction").unwrap();
    training.insert("held_out".to_owned(), fraction);
    let given = js(&old);
    // Read back, because JavaScript does not tell 0 from 0.0 and serde_json does.
    let before: serde_json::Value = rust(given.clone());
    assert_eq!(before["training"]["held_out"], 0.25);
    assert_eq!(rust::<Experiment>(read_experiment(given.clone()).unwrap()), expected);
    assert_eq!(rust::<serde_json::Value>(given), before, "the caller's own object stays as it is");
    let change = migrated(js(&serde_json::json!({ "training": { "held_out": 0.5 } }))).unwrap();
    assert_eq!(
        rust::<serde_json::Value>(change),
        serde_json::json!({ "version": 2, "training": { "test_fraction": 0.5 } })
    );
    let both = js(&serde_json::json!({ "training": { "held_out": 0.5, "test_fraction": 0.25 } }));
    assert_eq!(
        thrown(migrated(both)).0,
        "training.test_fraction: unknown field `test_fraction`, expected `held_out`"
    );

    let short = js(&serde_json::json!({
        "version": 2,
        "table": {
            "subjects": ["__proto__"],
            "target": "constructor",
            "students": [{ "name": "toString", "scores": [-0.0], "target": 1 }, { "name": "", "scores": [2] }],
        },
        "model": { "output": "linear" },
        "training": { "loss": { "kind": "squared" }, "optimizer": { "kind": "sgd" }, "learning_rate": 0.5 },
    }));
    let taken: serde_json::Value = rust(Session::new(short).unwrap().experiment().unwrap());
    assert_eq!(taken["table"]["subjects"][0], "__proto__");
    assert_eq!(
        taken["table"]["students"][1],
        serde_json::json!({
            "name": "", "scores": [2], "target": null, "included": true,
        })
    );
    assert_eq!((&taken["version"], &taken["scaling"]), (&2.into(), &"raw".into()));
    assert_eq!(
        taken["model"],
        serde_json::json!({
            "hidden": [], "weights": "free", "bias": true, "output": "linear", "initial": { "kind": "zeros" },
        })
    );
    assert_eq!(taken["training"]["batch_size"], serde_json::Value::Null);
    assert_eq!(taken["training"]["seed"], 1);
}

#[wasm_bindgen_test]
fn a_missing_score_crosses_as_null_and_its_student_has_no_prediction() {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students[0].scores[1] = None;
    // This serializer writes `undefined` for `None`, the other one `null`.
    let undefined = experiment.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap();
    let taken: serde_json::Value = rust(read_experiment(undefined).unwrap());
    assert_eq!(taken["table"]["students"][0]["scores"], serde_json::json!([90, null, 70]));
    let mut session = session(&experiment);
    assert_eq!(rust::<serde_json::Value>(session.experiment().unwrap()), taken);
    session.step(10);
    session.refresh();
    assert_eq!(rust::<Vec<String>>(session.roles().unwrap()), ["incomplete", "training"]);
    for views in [session.predictions(), session.errors()] {
        let of_students = views.to_vec();
        assert!(of_students[0].is_nan() && of_students[1].is_finite(), "{of_students:?}");
    }
    let steps = session.per_sample_steps(0, 2).to_vec();
    assert_eq!(steps[..3], [0.0; 3]);
    assert!(steps[3..].iter().all(|step| *step != 0.0), "{steps:?}");

    let mut text = taken;
    text["table"]["students"][0]["scores"][1] = "80".into();
    let refused = "table.students[0].scores[1]: invalid type: string \"80\", expected f64";
    assert_eq!(thrown(read_experiment(js(&text))).0, refused);
    experiment.table.students[0].scores[1] = Some(f64::NAN);
    let refused = "table.students[0].scores[1]: NaN is not a finite number";
    assert_eq!(thrown(read_experiment(js(&experiment))).0, refused);
}
