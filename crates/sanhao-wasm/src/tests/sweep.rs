//! The sweep as JavaScript calls it.

use sanhao::{Activation, Axis, HiddenLayer, Preset};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{js, session, thrown};
use crate::Sweep;

#[wasm_bindgen_test]
fn a_run_of_a_sweep_has_the_bits_of_its_session() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let axis = Axis::LearningRate { low: 1e-4, high: 0.1, count: 6 };
        let mut sweep = Sweep::new(js(&experiment), js(&[axis]), 300).unwrap();
        while !sweep.is_finished() {
            sweep.step(100);
        }
        assert_eq!((sweep.runs(), sweep.points().last().copied()), (6, Some(300.0)));
        let losses = sweep.losses().to_vec();
        for (run, rate) in sweep.values(0).into_iter().enumerate() {
            let mut own = experiment.clone();
            own.training.learning_rate = rate;
            let mut session = session(&own);
            session.step(300);
            session.refresh();
            let bits = |numbers: Vec<f32>| numbers.into_iter().map(f32::to_bits).collect::<Vec<_>>();
            assert_eq!(
                bits(sweep.parameters(run as u32)),
                bits(session.parameters().to_vec()),
                "{preset:?} at {rate}"
            );
            let loss = session.summary().to_vec()[3];
            assert_eq!(losses[losses.len() - 6 + run].to_bits(), loss.to_bits(), "{preset:?} at {rate}");
        }
    }
}

#[wasm_bindgen_test]
fn what_is_read_of_the_runs_together_has_its_shape() {
    let mut experiment = Preset::Layers.experiment();
    experiment.training.test_fraction = 0.25;
    let axes = [Axis::Units { sizes: vec![2, 4] }, Axis::Seed { first: 1, count: 5 }];
    let mut sweep = Sweep::new(js(&experiment), js(&axes), 20).unwrap();
    while !sweep.is_finished() {
        sweep.step(1000);
    }
    let points = sweep.points().len();
    assert_eq!((sweep.values(0), sweep.values(1)), (vec![2.0, 4.0], vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    assert_eq!(sweep.values(2), [0.0; 0]);
    for held_out in [false, true] {
        let losses = if held_out { sweep.held_out_losses() } else { sweep.losses() }.to_vec();
        let spread = sweep.spread(held_out);
        assert_eq!((losses.len(), spread.len()), (points * 10, points * 2 * 5));
        let first: Vec<f64> = losses[..10].iter().copied().step_by(2).collect();
        let least = first.iter().copied().fold(f64::INFINITY, f64::min);
        assert_eq!(spread[0], least, "the first group are the runs of two neurons");
        let accuracies = sweep.accuracies(held_out);
        assert!(accuracies.len() == 10 && accuracies.iter().all(|part| (0.0..=1.0).contains(part)));
    }
    let plane = |x: u32| {
        let plane = format!(r#"{{"x":{x},"y":1,"xRange":[0,100],"yRange":[0,100],"held":[0,0]}}"#);
        js_sys::JSON::parse(&plane).unwrap()
    };
    let yes = sweep.agreement(1, plane(0), 8, 4).unwrap();
    let no = sweep.agreement(0, plane(0), 8, 4).unwrap();
    assert_eq!(yes.len(), 32);
    assert!(yes.iter().zip(&no).all(|(yes, no)| (yes + no - 1.0).abs() < 1e-6), "every run has a vote");
    assert_eq!(sweep.agreement(1, plane(2), 8, 4).unwrap(), [0.0; 0]);
}

#[wasm_bindgen_test]
fn what_a_sweep_cannot_be_is_refused_with_its_place() {
    let experiment = js(&Preset::Weights.experiment());
    let of = |axes: &str| Sweep::new(experiment.clone(), js_sys::JSON::parse(axes).unwrap(), 10);
    let message = |axes: &str| thrown(of(axes)).0;
    assert_eq!(
        message(r#"[{"kind":"seed","first":1,"count":2000}]"#),
        "axes[0]: 2000 runs of this size at once, at most 1024 allowed"
    );
    assert!(message(r#"[{"kind":"seed","first":4294967296,"count":2}]"#).starts_with("[0].first: "));
    assert!(message(r#"[{"kind":"luck","count":2}]"#).starts_with("[0].kind: unknown variant `luck`"));
    assert!(of(r#"[{"kind":"learning_rate","low":1e-7,"high":10,"count":2}]"#).is_ok());
}

#[wasm_bindgen_test]
fn sizes_beyond_32_bits_are_counted_as_natively() {
    let mut experiment = Preset::Weights.experiment();
    experiment.model.hidden = vec![HiddenLayer { units: 512, activation: Activation::Relu }; 8];
    let refused = Sweep::new(js(&experiment), js(&[Axis::Seed { first: 1, count: 1024 }]), 10);
    // Four numbers for each of 1.8 million weights, of 1,024 runs, are 7.6 · 10⁹; 2²⁶ of them fit.
    assert_eq!(thrown(refused).0, "axes: 1024 runs of this size at once, at most 9 allowed");
}
