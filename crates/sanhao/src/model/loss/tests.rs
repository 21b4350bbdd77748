//! Values against their formulas, gradients against finite differences.

use super::*;

/// The loss of one student, with the logits' gradient left in `gradient`.
fn one(loss: Loss, output: Output, logits: &[f32], targets: &[f32], gradient: &mut [f32]) -> f64 {
    let first_lane = |numbers: &[f32]| -> Vec<f32x4> {
        numbers.iter().map(|&number| f32x4::from([number, 0.0, 0.0, 0.0])).collect()
    };
    let (logits, targets) = (first_lane(logits), first_lane(targets));
    let mut vectors = logits.clone();
    let mask = [f32x4::from([1.0, 0.0, 0.0, 0.0])];
    let outputs = logits.len();
    let input = LossInput {
        output,
        outputs,
        batch: 1,
        logits: &logits,
        targets: &targets,
        mask: &mask,
        bounds: false,
    };
    let value = loss.backward(input, &mut vectors);
    for (g, vector) in gradient.iter_mut().zip(vectors) {
        assert_eq!(vector.to_array()[1..], [0.0; 3], "who is not there moves nothing");
        *g = vector.to_array()[0];
    }
    value
}

#[test]
fn values_agree_with_the_formulas() {
    let mut gradient = [0.0; 3];
    let mut of = |loss, output, logits: &[f32], targets: &[f32]| {
        one(loss, output, logits, targets, &mut gradient[..logits.len()])
    };
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    assert_eq!(of(Loss::Absolute, Output::Linear, &[24.0], &[85.0]), 61.0);
    assert_eq!(of(Loss::Squared, Output::Linear, &[3.0], &[5.0]), 4.0);
    assert_eq!(of(Loss::Huber { delta: 1.0 }, Output::Linear, &[3.0], &[5.0]), 1.5);
    assert_eq!(of(Loss::Huber { delta: 1.0 }, Output::Linear, &[4.5], &[5.0]), 0.125);
    let (ln2, ln3) = (std::f64::consts::LN_2, 3f64.ln());
    assert!(close(of(Loss::BinaryCrossEntropy, Output::Sigmoid, &[0.0], &[1.0]), ln2));
    assert!(close(of(Loss::CategoricalCrossEntropy, Output::Sigmoid, &[0.0], &[0.0]), ln2));
    assert!(close(of(Loss::CategoricalCrossEntropy, Output::Softmax, &[1.0; 3], &[0.0, 1.0, 0.0]), ln3));
    // p = 1/3 each: −(ln ⅓ + 2 ln ⅔) / 3
    let binary = (ln3 + 2.0 * 1.5f64.ln()) / 3.0;
    assert!(close(of(Loss::BinaryCrossEntropy, Output::Softmax, &[1.0; 3], &[0.0, 1.0, 0.0]), binary));
}

#[test]
fn a_bound_is_never_less_than_its_loss() {
    let numbers = [0.0, 1e-30, 0.5, 1.0, 17.0, 88.0, 1e6, 1e7, 1e12, 3e38, f32::INFINITY, f32::NAN];
    for z in numbers.into_iter().flat_map(|z| [z, -z]) {
        for t in [0.0, 1.0] {
            let rest = SigmoidBinary.slopes(&[z.into()], &[t.into()], &mut [f32x4::ZERO]);
            let [bound, value] = [SigmoidBinary::bound(rest), SigmoidBinary::value(rest)];
            let [bound, value] = [bound, value].map(|vector| vector.to_array()[0]);
            assert!(bound >= value || bound.is_nan(), "{z}: {value} is more than {bound}");
            assert_eq!(bound.is_nan(), z.is_nan());
        }
    }
}

#[test]
fn each_gradient_is_the_finite_difference_of_its_value() {
    use Loss::{Absolute, BinaryCrossEntropy, CategoricalCrossEntropy, Squared};
    let huber = Loss::Huber { delta: 0.4 };
    let logits = [0.3, -0.8, 1.1];
    // The first residual is within the Huber loss's delta of each output, the last beyond it.
    let numbers = [0.5, 0.25, -0.7];
    let one_hot = [0.0, 1.0, 0.0];
    for (loss, output, outputs, targets) in [
        (Absolute, Output::Linear, 3, numbers),
        (Absolute, Output::Sigmoid, 3, numbers),
        (Absolute, Output::Softmax, 3, numbers),
        (Squared, Output::Linear, 3, numbers),
        (Squared, Output::Sigmoid, 3, numbers),
        (Squared, Output::Softmax, 3, numbers),
        (huber, Output::Linear, 3, numbers),
        (huber, Output::Sigmoid, 3, numbers),
        (huber, Output::Softmax, 3, numbers),
        (BinaryCrossEntropy, Output::Sigmoid, 3, one_hot),
        (BinaryCrossEntropy, Output::Softmax, 3, one_hot),
        (BinaryCrossEntropy, Output::Softmax, 2, one_hot),
        (CategoricalCrossEntropy, Output::Sigmoid, 1, one_hot),
        (CategoricalCrossEntropy, Output::Softmax, 3, one_hot),
    ] {
        const H: f32 = 1.0 / 64.0;
        let mut gradient = [0.0; 3];
        one(loss, output, &logits[..outputs], &targets[..outputs], &mut gradient[..outputs]);
        for i in 0..outputs {
            let at = |h: f32| {
                let mut moved = logits;
                moved[i] += h;
                one(loss, output, &moved[..outputs], &targets[..outputs], &mut [0.0; 3][..outputs])
            };
            let difference = (at(H) - at(-H)) / (2.0 * f64::from(H));
            // h² f‴/6 stays under 2e-5 here, and 32-bit rounding over 2h under 1e-5.
            assert!(
                (f64::from(gradient[i]) - difference).abs() < 5e-5,
                "{loss:?} on {output:?}, logit {i}: {}, not {difference}",
                gradient[i]
            );
        }
    }
}

#[test]
fn a_batch_has_the_mean_gradient_and_the_summed_loss_of_its_students() {
    // Five students are a full group of lanes and one more; the second group's other lanes are nobody's.
    const LOGITS: [[f32; 3]; 5] =
        [[0.5, -1.0, 2.0], [-1.5, 0.75, 0.0], [2.0, 1.0, -0.5], [0.25, 0.125, 1.0], [-0.75, 0.5, 0.5]];
    const TARGETS: [[f32; 3]; 5] =
        [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]];
    let lanes = |rows: &[[f32; 3]; 5], outputs: usize| -> Vec<f32x4> {
        let lane = |group: usize, output: usize, lane: usize| {
            rows.get(4 * group + lane).map_or(9.0, |row| row[output])
        };
        let vector = |i: usize| std::array::from_fn(|l| lane(i / outputs, i % outputs, l));
        (0..2 * outputs).map(|i| f32x4::from(vector(i))).collect()
    };
    for (loss, output, outputs) in [
        (Loss::Squared, Output::Linear, 1),
        (Loss::Squared, Output::Linear, 3),
        (Loss::BinaryCrossEntropy, Output::Sigmoid, 1),
        (Loss::CategoricalCrossEntropy, Output::Softmax, 3),
    ] {
        let (logits, targets) = (lanes(&LOGITS, outputs), lanes(&TARGETS, outputs));
        let mask = [f32x4::ONE, f32x4::from([1.0, 0.0, 0.0, 0.0])];
        let input = LossInput {
            output,
            outputs,
            batch: 10,
            logits: &logits,
            targets: &targets,
            mask: &mask,
            bounds: false,
        };
        let mut gradient = vec![f32x4::ZERO; 2 * outputs];
        let sum = loss.backward(input, &mut gradient);
        let mut expected = 0.0;
        for student in 0..8 {
            let mut own = [0.0; 3];
            if student < 5 {
                let (logits, targets) = (&LOGITS[student][..outputs], &TARGETS[student][..outputs]);
                expected += one(loss, output, logits, targets, &mut own[..outputs]);
            }
            for (i, own) in own[..outputs].iter().enumerate() {
                let of_batch = gradient[student / 4 * outputs + i].to_array()[student % 4];
                // A tenth in 32 bits is half a unit off, and so is the product.
                assert!((of_batch - own / 10.0).abs() < 1e-7, "{loss:?}, student {student}: {of_batch}");
            }
        }
        assert!((sum - expected).abs() < 1e-6 * expected, "{loss:?}: {sum}, not {expected}");
    }
}

#[test]
fn cross_entropies_stay_finite_however_wrong_a_prediction_is() {
    let mut gradient = [0.0; 3];
    for (loss, output, logits, targets) in [
        (Loss::BinaryCrossEntropy, Output::Sigmoid, vec![-1e4], vec![1.0]),
        (Loss::CategoricalCrossEntropy, Output::Softmax, vec![-1e4, 1e4, 0.0], vec![1.0, 0.0, 0.0]),
        (Loss::BinaryCrossEntropy, Output::Softmax, vec![-1e4, 1e4, 0.0], vec![1.0, 0.0, 0.0]),
    ] {
        let gradient = &mut gradient[..logits.len()];
        let value = one(loss, output, &logits, &targets, gradient);
        assert!(value.is_finite() && value > 1e3, "{loss:?} on {output:?}: {value}");
        assert!(gradient.iter().all(|g| g.is_finite()) && gradient.iter().any(|g| g.abs() > 0.1));
    }
}

#[test]
fn losses_of_a_softmax_do_not_change_where_all_logits_move_by_the_same() {
    // Eighths are exact beside 2²⁰ in 32 bits.
    let (logits, targets) = ([0.25, -0.75, 1.125], [0.0, 1.0, 0.0]);
    for loss in [
        Loss::Absolute,
        Loss::Squared,
        Loss::Huber { delta: 0.4 },
        Loss::BinaryCrossEntropy,
        Loss::CategoricalCrossEntropy,
    ] {
        let at = |shift: f32| {
            let mut gradient = [0.0; 3];
            let value = one(loss, Output::Softmax, &logits.map(|z| z + shift), &targets, &mut gradient);
            (value, gradient)
        };
        assert_eq!(at(1_048_576.0), at(0.0), "{loss:?}");
    }
}

#[test]
fn a_sum_that_overflows_gives_no_loss() {
    for loss in [Loss::Squared, Loss::BinaryCrossEntropy, Loss::CategoricalCrossEntropy] {
        let value = one(loss, Output::Softmax, &[f32::INFINITY, 0.0, 0.0], &[0.0, 1.0, 0.0], &mut [0.0; 3]);
        assert!(!value.is_finite(), "{loss:?}: {value}");
    }
}
