use super::*;

/// A function of one number.
fn of(function: fn(f32x4) -> f32x4, x: f32) -> f32 {
    function(f32x4::splat(x)).to_array()[0]
}

#[test]
fn sigmoid_saturates_at_exactly_one() {
    assert_eq!(of(sigmoid, 18.0), 1.0);
    assert_eq!((of(sigmoid, f32::NEG_INFINITY), of(sigmoid, f32::INFINITY)), (0.0, 1.0));
}

#[test]
fn softplus_is_minus_the_log_of_the_sigmoid_and_never_overflows() {
    assert!((of(softplus, 1.0) - 1.313_261_7).abs() < 1e-6);
    assert_eq!((of(softplus, -200.0), of(softplus, 1e4)), (0.0, 1e4));
}
