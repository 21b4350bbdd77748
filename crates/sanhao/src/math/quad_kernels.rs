//! The inner loops of training four runs side by side, a quad.
//!
//! A vector holds one number in each of four runs; a layer's values are stored student by student. The sums have the
//! order of [`kernels`](crate::math::kernels), whose vectors hold four students of one run: what is summed there lane by
//! lane is summed here in four vectors, one for the first of each four students, one for the second and so on. A run
//! then has the same bits beside others as alone.

use wide::f32x4;

use crate::math::kernels::{LANES, Shape};

/// sums (students × units) = weights (units × inputs) · inputs (students × inputs) + biases (units, or empty).
pub(crate) fn affine(
    shape: Shape,
    weights: &[f32x4],
    biases: &[f32x4],
    inputs: &[f32x4],
    sums: &mut [f32x4],
) {
    let fours = inputs.chunks_exact(LANES * shape.inputs).zip(sums.chunks_exact_mut(LANES * shape.units));
    for (inputs, sums) in fours {
        let rows = weights.chunks_exact(shape.inputs);
        let biases = biases.iter().copied().chain(std::iter::repeat(f32x4::ZERO));
        for ((row, bias), sums) in rows.zip(biases).zip(of_students_mut(sums, shape.units)) {
            let mut four = [bias; LANES];
            for (&w, inputs) in row.iter().zip(of_students(inputs, shape.inputs)) {
                four.iter_mut().zip(inputs).for_each(|(sum, &x)| *sum += w * x);
            }
            sums.into_iter().zip(four).for_each(|(sum, four)| *sum = four);
        }
    }
}

/// below (students × inputs) = weightsᵀ · deltas (students × units): the gradient by the inputs.
pub(crate) fn transposed(shape: Shape, weights: &[f32x4], deltas: &[f32x4], below: &mut [f32x4]) {
    let fours = deltas.chunks_exact(LANES * shape.units).zip(below.chunks_exact_mut(LANES * shape.inputs));
    for (deltas, below) in fours {
        for (i, below) in of_students_mut(below, shape.inputs).enumerate() {
            let column = weights[i..].iter().step_by(shape.inputs);
            let mut four = [f32x4::ZERO; LANES];
            for (&w, deltas) in column.zip(of_students(deltas, shape.units)) {
                four.iter_mut().zip(deltas).for_each(|(sum, &delta)| *sum += w * delta);
            }
            below.into_iter().zip(four).for_each(|(below, four)| *below = four);
        }
    }
}

/// A part of the batch's gradient, as [`kernels::add_gradient`](crate::math::kernels::add_gradient).
pub(crate) fn add_gradient(
    shape: Shape,
    deltas: &[f32x4],
    inputs: &[f32x4],
    weights: &mut [f32x4],
    biases: &mut [f32x4],
    first: bool,
) {
    for (unit, row) in weights.chunks_exact_mut(shape.inputs).enumerate() {
        let (pairs, last) = row.as_chunks_mut::<2>();
        for (pair, to) in pairs.iter_mut().enumerate() {
            add_products(shape, deltas, inputs, [unit, 2 * pair], to, first);
        }
        if let [to] = last {
            add_products(shape, deltas, inputs, [unit, shape.inputs - 1], std::array::from_mut(to), first);
        }
    }
    for (unit, bias) in biases.iter_mut().enumerate() {
        let mut sums = [f32x4::ZERO; LANES];
        for deltas in deltas.chunks_exact(LANES * shape.units) {
            for (student, sum) in sums.iter_mut().enumerate() {
                *sum += deltas[student * shape.units + unit];
            }
        }
        add(bias, sum_of_fours(sums), first);
    }
}

/// For a unit and inputs from the given ones on: Σ delta · input.
#[inline(always)]
fn add_products<const INPUTS: usize>(
    shape: Shape,
    deltas: &[f32x4],
    inputs: &[f32x4],
    [unit, input]: [usize; 2],
    to: &mut [f32x4; INPUTS],
    first: bool,
) {
    let mut sums = [[f32x4::ZERO; LANES]; INPUTS];
    let fours = deltas.chunks_exact(LANES * shape.units).zip(inputs.chunks_exact(LANES * shape.inputs));
    for (deltas, inputs) in fours {
        for student in 0..LANES {
            let delta = deltas[student * shape.units + unit];
            let inputs = &inputs[student * shape.inputs + input..][..INPUTS];
            sums.iter_mut().zip(inputs).for_each(|(sums, &x)| sums[student] += delta * x);
        }
    }
    to.iter_mut().zip(sums).for_each(|(to, sums)| add(to, sum_of_fours(sums), first));
}

/// Writes the first part's sum, or adds a later part's.
#[inline(always)]
pub(crate) fn add(to: &mut f32x4, part: f32x4, first: bool) {
    *to = if first { part } else { *to + part };
}

/// The sum over all students from those of the first, second, third and fourth of each four, in the order of
/// [`sum_of_lanes`](crate::math::kernels::sum_of_lanes).
#[inline(always)]
pub(crate) fn sum_of_fours([a, b, c, d]: [f32x4; LANES]) -> f32x4 {
    (a + c) + (b + d)
}

/// Four students' first values, then their second ones and so on, of `width` each.
#[inline(always)]
fn of_students(values: &[f32x4], width: usize) -> impl Iterator<Item = [&f32x4; LANES]> {
    let [a, b, c, d] = std::array::from_fn(|student| &values[student * width..][..width]);
    a.iter().zip(b).zip(c).zip(d).map(|(((a, b), c), d)| [a, b, c, d])
}

/// The same, to be written.
#[inline(always)]
fn of_students_mut(values: &mut [f32x4], width: usize) -> impl Iterator<Item = [&mut f32x4; LANES]> {
    let (first, last) = values.split_at_mut(2 * width);
    let ((a, b), (c, d)) = (first.split_at_mut(width), last.split_at_mut(width));
    a.iter_mut().zip(b).zip(c).zip(d).map(|(((a, b), c), d)| [a, b, c, d])
}
