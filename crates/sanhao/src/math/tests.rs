use std::num::NonZero;
use std::thread;

use wide::u32x4;

use bytemuck::cast;

use super::*;

/// A function's value at one number.
fn at(function: fn(f32x4) -> f32x4, x: f32) -> f32 {
    function(f32x4::splat(x)).to_array()[0]
}

fn wide_sigmoid(z: f64) -> f64 {
    let e = (-z.abs()).exp();
    if z < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}

fn wide_tanh(x: f64) -> f64 {
    // Below 2⁻¹² x²/3 is less than half an ulp of 1: the rounded result is x.
    if x.abs() < 2.44e-4 { x } else { x.tanh() }
}

/// The distance between two numbers in ulp, counted in representable numbers; 0 for two zeros and for two NaN.
fn distance(a: f32, b: f32) -> u32 {
    let place = |x: f32| {
        let bits = x.to_bits() as i32;
        if bits < 0 { i32::MIN.wrapping_sub(bits) } else { bits }
    };
    match (a.is_nan(), b.is_nan()) {
        (true, true) => 0,
        (false, false) => place(a).abs_diff(place(b)),
        _ => u32::MAX,
    }
}

/// Whether a result is correct in each lane; any NaN counts as correct where NaN is expected.
fn right(y: f32x4, right: f32x4) -> bool {
    (y.simd_eq(right) | (y.is_nan() & right.is_nan())).all()
}

/// The largest distance between the results for `length` numbers, one after another by their bits, and those of 64 bits,
/// rounded. `length` is a power of 16.
///
/// The function must be monotonic: where the correct results at both ends are equal, all results between are equal too,
/// and the 64-bit function is not evaluated for each.
fn distance_among(
    first: u32,
    length: u32,
    function: &impl Fn(f32x4) -> f32x4,
    wide: &impl Fn(f64) -> f64,
) -> u32 {
    let number = |i: u32| f32::from_bits(first + i);
    let rounded = |i: u32| wide(f64::from(number(i))) as f32;
    let value = |i: u32| function(cast(u32x4::splat(first + i) + u32x4::new([0, 1, 2, 3])));
    let ends = [rounded(0), rounded(length - 1)];
    let constant = ends[0].to_bits() == ends[1].to_bits();
    if constant && (0..length).step_by(4).all(|i| right(value(i), f32x4::splat(ends[0]))) {
        return 0;
    }
    if length > 16 {
        let part = length / 16;
        return (0..16).map(|i| distance_among(first + i * part, part, function, wide)).max().unwrap();
    }
    let mut largest = 0;
    for i in (0..length).step_by(4) {
        for (lane, y) in (0..).zip(value(i).to_array()) {
            largest = largest.max(distance(y, if constant { ends[0] } else { rounded(i + lane) }));
        }
    }
    largest
}

/// The same over all numbers, in pieces of 4096, of which every `step`-th is taken: subnormal ones, both infinities, NaN.
fn distance_over(
    step: usize,
    function: impl Fn(f32x4) -> f32x4 + Sync,
    wide: impl Fn(f64) -> f64 + Sync,
) -> u32 {
    let in_piece = |piece: usize| distance_among((piece as u32) << 12, 1 << 12, &function, &wide);
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let runs: Vec<_> = (0..threads)
            .map(|t| scope.spawn(move || (t * step..1 << 20).step_by(threads * step).map(in_piece).max()))
            .collect();
        runs.into_iter().filter_map(|run| run.join().unwrap()).max().unwrap()
    })
}

fn distances_over(step: usize) -> [u32; 4] {
    [
        distance_over(step, |x| exp(x | f32x4::splat(-0.0)), |x| (-x.abs()).exp()),
        distance_over(step, ln, f64::ln),
        distance_over(step, tanh, wide_tanh),
        distance_over(step, sigmoid, wide_sigmoid),
    ]
}

#[test]
fn exp_and_ln_are_within_1_ulp_and_tanh_and_sigmoid_within_2() {
    assert_eq!(distances_over(257), [1, 1, 2, 2]);
}

/// `cargo xtask test core` runs it.
#[test]
#[ignore = "takes a minute"]
fn exp_and_ln_are_within_1_ulp_and_tanh_and_sigmoid_within_2_for_every_number() {
    assert_eq!(distances_over(1), [1, 1, 2, 2]);
}

#[test]
fn softplus_is_within_2_ulp() {
    assert_eq!(distance_over(257, softplus, |z| z.max(0.0) + (-z.abs()).exp().ln_1p()), 2);
}

/// The largest distance over a million numbers from −limit to limit.
fn distance_up_to(limit: f32, function: fn(f32x4) -> f32x4, wide: fn(f64) -> f64) -> u32 {
    let positive = (0..limit.to_bits()).step_by(2003).map(f32::from_bits);
    positive
        .flat_map(|x| [x, -x])
        .map(|x| distance(at(function, x), wide(f64::from(x)) as f32))
        .max()
        .unwrap()
}

#[test]
fn sine_and_cosine_are_within_2_ulp_for_numbers_near_and_far() {
    for limit in [4.0, 6500.0, 1_073_741_824.0] {
        assert!(distance_up_to(limit, sin, libm::sin) <= 2, "sin up to {limit}");
        assert!(distance_up_to(limit, cos, libm::cos) <= 2, "cos up to {limit}");
    }
    for x in [1.1e9, -1e20, f32::MAX] {
        assert_eq!((at(sin, x).abs(), at(cos, x)), (0.0, 1.0), "{x}");
    }
    for x in [f32::INFINITY, f32::NEG_INFINITY, f32::NAN] {
        assert!(at(sin, x).is_nan() && at(cos, x).is_nan());
    }
}

#[test]
fn a_far_number_does_not_change_its_neighbours() {
    let far = sin(f32x4::new([1.0, 1e9, -2.0, f32::INFINITY])).to_array();
    assert_eq!([far[0], far[2]], [at(sin, 1.0), at(sin, -2.0)]);
}

#[test]
fn the_normal_distribution_is_within_a_few_ulp() {
    let cumulative = |z: f32x4| normal(z).0;
    let density = |z: f32x4| normal(z).1;
    let wide = |z: f64| 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
    assert!(distance_up_to(1.0, cumulative, wide) <= 4);
    assert!(distance_up_to(12.0, cumulative, wide) <= 7);
    let wide = |z: f64| (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
    assert!(distance_up_to(12.0, density, wide) <= 2);
    assert_eq!((at(cumulative, f32::NEG_INFINITY), at(cumulative, f32::INFINITY)), (0.0, 1.0));
    assert!(at(cumulative, f32::NAN).is_nan() && at(density, f32::NAN).is_nan());
}

#[test]
fn tanh_and_sine_are_odd_in_every_bit() {
    for x in (0..f32::INFINITY.to_bits()).step_by(7919).map(f32::from_bits) {
        for function in [tanh, sin] {
            assert_eq!(at(function, -x).to_bits(), (-at(function, x)).to_bits(), "{x}");
        }
    }
}

/// Between two equally near powers of two the even one is taken: with the other the result is as good, but has other bits.
#[test]
fn tanh_keeps_its_bits_halfway_between_two_powers() {
    for (x, y) in [(0.173_286_8, 0.171_572_88), (0.519_860_4, 0.477_592_23), (2.945_875_4, 0.994_490_9)] {
        assert_eq!(at(tanh, x), y);
    }
}

#[test]
fn results_saturate_exactly() {
    assert_eq!([at(exp, -104.0), at(exp, f32::NEG_INFINITY), at(exp, -0.0)], [0.0, 0.0, 1.0]);
    assert_eq!([at(tanh, 9.02), at(sigmoid, 17.4), at(sigmoid, -104.0)], [1.0, 1.0, 0.0]);
    assert_eq!([at(softplus, -200.0), at(softplus, 1e4)], [0.0, 1e4]);
}
