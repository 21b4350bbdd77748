//! The lab as JavaScript meets it.

use crate::{Analysis, activation_curve, curve_numbers, make_class, search_candidates, weighted_sum};
use js_sys::{Float32Array, Reflect, Uint32Array};
use sanhao::{Activation, ClassMaker, Experiment, Outcome, Preset, Scores, SecretRule, Table};
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{js, rust, session, thrown};

/// An analysis of a run after some updates, and its parameters.
fn analysis(experiment: &Experiment, updates: u32) -> (Analysis, Vec<f32>) {
    let mut session = session(experiment);
    session.step(updates);
    session.refresh();
    let parameters = session.parameters().to_vec();
    let mut analysis = Analysis::new(js(experiment)).unwrap();
    analysis.set_parameters(&parameters).unwrap();
    (analysis, parameters)
}

#[wasm_bindgen_test]
fn metrics_cross_under_the_names_that_typescript_has_for_them() {
    let mut experiment = Preset::Award.experiment();
    experiment.training.test_fraction = 0.25;
    let (classes, _) = analysis(&experiment, 500);
    let (numbers, _) = analysis(&Preset::Weights.experiment(), 5);
    let of = |metrics: &JsValue, name: &str| Reflect::get(metrics, &name.into()).unwrap();
    let metrics = classes.metrics().unwrap();
    let (training, held_out) = (of(&metrics, "training"), of(&metrics, "heldOut"));
    for (group, expected) in [(training, 60.0), (held_out, 20.0)] {
        assert_eq!(of(&group, "kind"), "classes");
        assert_eq!(of(&group, "students"), expected);
        let confusion: Vec<Vec<f64>> = rust(of(&group, "confusion"));
        assert_eq!(confusion.iter().flatten().sum::<f64>(), expected);
        let lists: [Vec<Option<f64>>; 2] = [rust(of(&group, "precision")), rust(of(&group, "recall"))];
        assert!(lists.iter().all(|list| list.len() == 2));
        assert!(of(&group, "accuracy").as_f64().is_some() && of(&group, "auc").as_f64().is_some());
    }
    let metrics = numbers.metrics().unwrap();
    assert_eq!(of(&metrics, "heldOut"), JsValue::NULL);
    let training = of(&metrics, "training");
    assert_eq!(of(&training, "kind"), "numbers");
    for name in ["loss", "meanAbsoluteError", "rootMeanSquareError", "largestError", "r2"] {
        assert!(of(&training, name).as_f64().is_some(), "{name}");
    }
}

#[wasm_bindgen_test]
fn a_surface_and_neurons_have_a_number_for_every_point() {
    let (mut analysis, parameters) = analysis(&Preset::Layers.experiment(), 50);
    let axis = |at: usize| (0..parameters.len()).map(|i| f64::from(u8::from(i == at))).collect::<Vec<_>>();
    let plane = json!({
        "origin": parameters, "x": axis(0), "y": axis(1), "xRange": [-1, 1], "yRange": [-1, 1],
    });
    let surface = analysis.surface(js(&plane), 5, 3).unwrap();
    assert_eq!(surface.len(), 15);
    let middle = analysis.loss_at(&parameters).unwrap();
    assert!((f64::from(surface[7]) - middle).abs() < 1e-6, "{} {middle}", surface[7]);
    let refused = thrown(analysis.surface(js(&json!({ "origin": [1] })), 5, 3)).0;
    assert_eq!(refused, "missing field `x`");
    assert_eq!(thrown(analysis.set_parameters(&[1.0])).0, "parameters: 1 weights, 25 expected");
    let plane = js(&json!({ "x": 0, "y": 1, "xRange": [60, 100], "yRange": [60, 100], "held": [80, 80] }));
    let neurons = analysis.neurons(plane, 4, 6).unwrap();
    assert_eq!(neurons.len(), (6 + 1) * 24);
    assert!(neurons.iter().all(|value| value.abs() <= 1.0), "tanh and a probability");
}

#[wasm_bindgen_test]
fn classes_are_made_to_order() {
    for (scores, outcome) in [
        (Scores::Article, Outcome::Award { threshold: 95.0, noise: 0.25 }),
        (Scores::Uniform { low: 0, high: 9 }, Outcome::Total { noise: 0.5 }),
        (Scores::Normal { mean: 75.0, deviation: 8.5 }, Outcome::Total { noise: 0.0 }),
    ] {
        let rule = SecretRule { weights: vec![0.75, 0.25], outcome };
        let subjects = vec!["a".to_owned(), "b".to_owned()];
        let maker = ClassMaker { students: 12, subjects, scores, rule, seed: 5 };
        assert_eq!(rust::<Table>(make_class(js(&maker)).unwrap()), maker.make().unwrap());
        let broken = ClassMaker { students: 0, ..maker };
        assert_eq!(thrown(make_class(js(&broken))).0, "students: 0 is not a number from 1 to 20000");
    }
}

#[wasm_bindgen_test]
fn a_curve_is_its_values_and_then_its_slopes() {
    let curve = activation_curve(js(&Activation::Relu), -1.0, 1.0, 3).unwrap();
    assert_eq!(curve, [0.0, 0.0, 1.0, 0.0, 0.0, 1.0]);
    assert!(thrown(activation_curve("step".into(), -1.0, 1.0, 3)).0.starts_with("unknown variant `step`"));
}

#[wasm_bindgen_test]
fn what_the_students_tell_crosses_under_the_names_that_typescript_has_for_it() {
    let (analysis, _) = analysis(&Preset::Weights.experiment(), 10);
    let of = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap();
    let solution = analysis.solve().unwrap();
    assert_eq!((of(&solution, "equations"), of(&solution, "rank")), (2.into(), 2.into()));
    let lists: [Vec<f64>; 2] = [rust(of(&solution, "parameters")), rust(of(&solution, "nearest"))];
    assert!(lists.iter().all(|list| list.len() == 3));
    let directions: Vec<Vec<f64>> = rust(of(&solution, "directions"));
    assert!((directions[0][0] / directions[0][1] - 310.0 / -970.0).abs() < 1e-9);
    assert!(
        of(&solution, "residual").as_f64().unwrap() < 1e-9 && of(&solution, "condition").as_f64().is_some()
    );
    assert_eq!(self::analysis(&Preset::Award.experiment(), 10).0.solve().unwrap(), JsValue::NULL);
}

#[wasm_bindgen_test]
fn the_bound_of_the_learning_rate_crosses_with_its_reason() {
    let mut experiment = Preset::Weights.experiment();
    let kind = |experiment: &Experiment| {
        let stability = analysis(experiment, 10).0.stability(0.0, &[]).unwrap();
        (rust::<String>(Reflect::get(&stability, &"kind".into()).unwrap()), stability)
    };
    assert_eq!(kind(&Preset::Award.experiment()).0, "adaptive");
    experiment.training.optimizer = sanhao::Optimizer::Sgd;
    assert_eq!(kind(&experiment).0, "no_curvature");
    experiment.training.loss = sanhao::Loss::Squared;
    experiment.training.learning_rate = 1e-6;
    let (kind, stability) = kind(&experiment);
    assert_eq!((kind.as_str(), Reflect::get(&stability, &"exact".into()).unwrap()), ("bound", JsValue::TRUE));
    let largest = Reflect::get(&stability, &"largest".into()).unwrap().as_f64().unwrap();
    assert!((largest / 4.4e-5 - 1.0).abs() < 0.02);
    assert_eq!(Reflect::get(&stability, &"diverges".into()).unwrap(), JsValue::from(largest));
}

#[wasm_bindgen_test]
fn lists_of_another_length_and_searches_of_too_many_weights_are_refused() {
    assert_eq!(curve_numbers(&[90.0, 80.0], &[0.5, 0.25], 1.0).unwrap()[4..], [65.0 / 0.75, 66.0]);
    let refused = |scores: &[f64], weights: &[f32]| thrown(curve_numbers(scores, weights, 1.0)).0;
    assert_eq!(refused(&[90.0, 80.0, 70.0], &[0.5, 0.25]), "scores: 3 scores, not 2 of every student");
    assert_eq!(refused(&[90.0, 80.0], &[]), "weights: 0 weights, 1 expected");
    assert_eq!(weighted_sum(&[90.0, 80.0], &[0.5, 0.25], 1.0).unwrap(), [45.0, 20.0, 66.0]);
    let refused = thrown(weighted_sum(&[90.0, 80.0], &[0.5], 1.0)).0;
    assert_eq!(refused, "weights: 1 weights, 2 expected");
    assert_eq!(search_candidates(3, 100, true).unwrap(), 5151.0);
    let refused = thrown(search_candidates(4_000_000_000, 100, false)).0;
    assert_eq!(refused, "weights: 4000000000 is not a number from 1 to 32");
}

#[wasm_bindgen_test]
fn a_search_goes_on_where_it_stopped() {
    let (analysis, _) = analysis(&Preset::Weights.experiment(), 0);
    let mut search = analysis.search(100).unwrap().unwrap();
    assert_eq!(search.state(), [0.0, 1_030_301.0]);
    assert_eq!((search.step(30_000), search.step(u32::MAX)), (30_000, 1_000_301));
    let state = search.state();
    assert_eq!((state[0], &state[3..]), (1_030_301.0, &[0.6, 0.3, 0.1][..]));
    assert!(thrown(analysis.search(0)).0.starts_with("resolution: 0 is not"));
    assert!(self::analysis(&Preset::Award.experiment(), 0).0.search(10).unwrap().is_none());
}

#[wasm_bindgen_test]
fn the_next_update_is_explained_before_it_is_made() {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap();
    let floats = |object: &JsValue, name: &str| Float32Array::from(of(object, name)).to_vec();
    for preset in [Preset::Weights, Preset::Award, Preset::Honours, Preset::Layers] {
        let experiment = preset.experiment();
        let (analysis, _) = analysis(&experiment, 0);
        let mut session = session(&experiment);
        session.step(13);
        let explain = |analysis: &Analysis, update_input: &JsValue| {
            let number = |name| of(update_input, name).as_f64().unwrap();
            let students = Uint32Array::from(of(update_input, "students")).to_vec();
            let [parameters, first, second] =
                ["parameters", "first", "second"].map(|name| floats(update_input, name));
            let [updates, rate, limit] = ["updates", "learningRate", "lossLimit"].map(number);
            analysis.explain(updates, rate, limit, &students, &parameters, &first, &second)
        };
        let explained = explain(&analysis, &session.update_input().unwrap()).unwrap();
        assert_eq!(session.step(1), 1);
        let after = session.update_input().unwrap();
        assert_eq!(of(&after, "updates"), 14);
        for name in ["parameters", "first", "second"] {
            assert_eq!(floats(&explained, name), floats(&after, name), "{preset:?}, {name}");
        }
        let layers = of(&explained, "layers");
        assert_eq!(
            Reflect::get(&layers, &"length".into()).unwrap(),
            experiment.model.hidden.len() as f64 + 1.0
        );
        // The update input of another experiment.
        let other = super::session(&Preset::Layers.experiment()).update_input().unwrap();
        if preset != Preset::Layers {
            assert!(thrown(explain(&analysis, &other)).0.starts_with("update_input.parameters: "));
        }
    }
}

#[wasm_bindgen_test]
fn budgets_hold_where_a_product_has_more_than_32_bits() {
    // 8,000 students × 4,481 parameters × 2 × 60 products: 4.3e9.
    let mut experiment = Preset::Award.experiment();
    let few = experiment.table.students.clone();
    experiment.table.students = few.iter().cycle().take(8000).cloned().collect();
    experiment.model.hidden = vec![sanhao::HiddenLayer { units: 64, activation: Activation::Tanh }; 2];
    experiment.training.optimizer = sanhao::Optimizer::Sgd;
    let analysis = Analysis::new(js(&experiment)).unwrap();
    let stability = analysis.stability(1.0, &[]).unwrap();
    assert_eq!(Reflect::get(&stability, &"kind".into()).unwrap(), "too_large");
    // 720 × 720 pixels of 3 → 512 → 512 → 1: 1.4e11 multiplications, every 128th pixel each way.
    assert_eq!(crate::boundary_view::spacing(720 * 720, 3 * 512 + 512 * 512 + 512 + 1025), 128);
}
