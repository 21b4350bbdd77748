//! The inner loops of training, over students four at a time.
//!
//! A vector [`f32x4`] holds one number of each of four students, a group. A layer's inputs and outputs are stored group by
//! group: groups × inputs and groups × units vectors. Every loop then reads contiguous memory, for three subjects as for
//! 256 neurons.
//!
//! Every sum has one fixed order, so that a run gives the same bits on every machine: over inputs and units from the first
//! on; over students each lane by itself from the first group on, then the four lanes by [`sums_of_lanes`]. Tiles hold
//! several such sums in registers at once and change the order of none.

use std::iter::Zip;
use std::slice::ChunksExact;

use wide::f32x4;

use super::slices::{part, part_mut, split, split_mut};

/// Students in a group: one vector holds a number of each.
pub(crate) const LANES: usize = 4;

/// Units (or inputs) and groups of a tile: eight sums in registers, as many as hide the time that an addition takes.
const TILE: usize = 4;

/// The shape of a layer: its weights are units × inputs.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub inputs: usize,
    pub units: usize,
}

/// sums (groups × units) = weights · inputs (groups × inputs) + biases (units, or empty).
pub(crate) fn affine(shape: Shape, weights: &[f32], biases: &[f32], inputs: &[f32x4], sums: &mut [f32x4]) {
    let (mut inputs, mut sums) = (inputs, sums);
    while sums.len() >= 2 * shape.units {
        let (x, others) = split(inputs, 2 * shape.inputs);
        let (y, below) = split_mut(std::mem::take(&mut sums), 2 * shape.units);
        let (x, (y0, y1)) = (split(x, shape.inputs), split_mut(y, shape.units));
        affine_of_groups(weights, biases, [x.0, x.1], [y0, y1]);
        (inputs, sums) = (others, below);
    }
    if !sums.is_empty() {
        affine_of_groups(weights, biases, [inputs], [sums]);
    }
}

#[inline(always)]
fn affine_of_groups<const GROUPS: usize>(
    weights: &[f32],
    biases: &[f32],
    inputs: [&[f32x4]; GROUPS],
    mut sums: [&mut [f32x4]; GROUPS],
) {
    let (count, units) = (inputs[0].len(), sums[0].len());
    let bias = |unit: usize| biases.get(unit).copied().unwrap_or(0.0);
    let row = |unit: usize| part(weights, unit * count..(unit + 1) * count);
    let tiled = units - units % TILE;
    for unit in (0..tiled).step_by(TILE) {
        let rows = std::array::from_fn::<_, TILE, _>(|i| row(unit + i));
        let tile = dots(rows, inputs, std::array::from_fn(|i| bias(unit + i)));
        for (sums, tile) in sums.iter_mut().zip(tile) {
            part_mut(sums, unit..unit + TILE).copy_from_slice(&tile);
        }
    }
    for unit in tiled..units {
        let tile = dots([row(unit)], inputs, [bias(unit)]);
        for (sums, [sum]) in sums.iter_mut().zip(tile) {
            sums[unit] = sum;
        }
    }
}

/// For each group and row: start + Σ row · inputs.
#[inline(always)]
fn dots<const ROWS: usize, const GROUPS: usize>(
    rows: [&[f32]; ROWS],
    inputs: [&[f32x4]; GROUPS],
    start: [f32; ROWS],
) -> [[f32x4; ROWS]; GROUPS] {
    let count = rows[0].len();
    let (rows, inputs) = (rows.map(|row| part(row, ..count)), inputs.map(|inputs| part(inputs, ..count)));
    let mut sums = [start.map(f32x4::splat); GROUPS];
    for i in 0..count {
        for (sums, inputs) in sums.iter_mut().zip(inputs) {
            for (sum, row) in sums.iter_mut().zip(rows) {
                *sum += f32x4::splat(row[i]) * inputs[i];
            }
        }
    }
    sums
}

/// below (groups × inputs) = weightsᵀ · deltas (groups × units): the gradient by the inputs.
pub(crate) fn transposed(shape: Shape, weights: &[f32], deltas: &[f32x4], below: &mut [f32x4]) {
    let rows = weights.chunks_exact(shape.inputs);
    let (mut deltas, mut below) = (deltas, below);
    while deltas.len() >= 2 * shape.units {
        let (d, others) = split(deltas, 2 * shape.units);
        let (y, rest) = split_mut(std::mem::take(&mut below), 2 * shape.inputs);
        let (d, (y0, y1)) = (split(d, shape.units), split_mut(y, shape.inputs));
        transposed_of_groups(&rows, [d.0, d.1], [y0, y1]);
        (deltas, below) = (others, rest);
    }
    if !deltas.is_empty() {
        transposed_of_groups(&rows, [deltas], [below]);
    }
}

#[inline(always)]
fn transposed_of_groups<const GROUPS: usize>(
    rows: &ChunksExact<'_, f32>,
    deltas: [&[f32x4]; GROUPS],
    mut below: [&mut [f32x4]; GROUPS],
) {
    let count = below[0].len();
    let tiled = count - count % TILE;
    for i in (0..tiled).step_by(TILE) {
        let tile = column_dots::<TILE, GROUPS>(rows, i, deltas);
        for (below, tile) in below.iter_mut().zip(tile) {
            part_mut(below, i..i + TILE).copy_from_slice(&tile);
        }
    }
    for i in tiled..count {
        let tile = column_dots::<1, GROUPS>(rows, i, deltas);
        for (below, [sum]) in below.iter_mut().zip(tile) {
            below[i] = sum;
        }
    }
}

/// For each group and each column of the weights from `first` on: Σ column · deltas.
#[inline(always)]
fn column_dots<const COLUMNS: usize, const GROUPS: usize>(
    rows: &ChunksExact<'_, f32>,
    first: usize,
    deltas: [&[f32x4]; GROUPS],
) -> [[f32x4; COLUMNS]; GROUPS] {
    let units = deltas[0].len();
    let deltas = deltas.map(|deltas| part(deltas, ..units));
    let mut sums = [[f32x4::ZERO; COLUMNS]; GROUPS];
    for (u, row) in (0..units).zip(rows.clone()) {
        let row = part(row, first..first + COLUMNS);
        for (sums, deltas) in sums.iter_mut().zip(deltas) {
            for (sum, &w) in sums.iter_mut().zip(row) {
                *sum += f32x4::splat(w) * deltas[u];
            }
        }
    }
    sums
}

/// A part of the batch's gradient: Σ deltas · inputsᵀ over the students for `weights` (units × inputs), Σ deltas for
/// `biases` (units, or empty). `deltas`: groups × units, `inputs`: groups × inputs. `first`: whether it is the batch's
/// first part; later ones are added to it.
pub(crate) fn add_gradient(
    shape: Shape,
    deltas: &[f32x4],
    inputs: &[f32x4],
    weights: &mut [f32],
    biases: &mut [f32],
    first: bool,
) {
    let groups = deltas.chunks_exact(shape.units).zip(inputs.chunks_exact(shape.inputs));
    let paired = shape.units - shape.units % 2;
    for unit in (0..paired).step_by(2) {
        let (a, b) =
            split_mut(part_mut(weights, unit * shape.inputs..(unit + 2) * shape.inputs), shape.inputs);
        add_products(&groups, unit, [a, b], first);
    }
    if paired < shape.units {
        let weights = part_mut(weights, paired * shape.inputs..shape.units * shape.inputs);
        add_products(&groups, paired, [weights], first);
    }
    for (unit, bias) in biases.iter_mut().enumerate() {
        let mut sum = f32x4::ZERO;
        let mut at = unit;
        while at < deltas.len() {
            sum += deltas[at];
            at += shape.units;
        }
        add(bias, sum_of_lanes(sum), first);
    }
}

/// Each group's deltas beside its inputs. Made once and cloned, because chunks cost a division; their bounds are then not
/// checked in the loops.
type Groups<'a> = Zip<ChunksExact<'a, f32x4>, ChunksExact<'a, f32x4>>;

#[inline(always)]
fn add_products<const UNITS: usize>(
    groups: &Groups<'_>,
    unit: usize,
    mut weights: [&mut [f32]; UNITS],
    first: bool,
) {
    let inputs = weights[0].len();
    let tiled = inputs - inputs % TILE;
    for i in (0..tiled).step_by(TILE) {
        let tile = products::<UNITS, TILE>(groups, [unit, i]);
        for (row, tile) in weights.iter_mut().zip(tile) {
            let sums = sums_of_lanes(tile);
            if let Some(gradient) = part_mut(row, i..).first_chunk_mut::<TILE>() {
                *gradient = if first { sums } else { f32x4::from(*gradient) + sums }.to_array();
            }
        }
    }
    match inputs - tiled {
        1 => add_rest(&mut weights, tiled, products::<UNITS, 1>(groups, [unit, tiled]), first),
        2 => add_rest(&mut weights, tiled, products::<UNITS, 2>(groups, [unit, tiled]), first),
        3 => add_rest(&mut weights, tiled, products::<UNITS, 3>(groups, [unit, tiled]), first),
        _ => {}
    }
}

/// Writes the first part's sum, or adds a later part's.
#[inline(always)]
fn add(to: &mut f32, part: f32, first: bool) {
    *to = if first { part } else { *to + part };
}

/// Writes the sums of the last inputs, fewer than a tile's.
#[inline(always)]
fn add_rest<const UNITS: usize, const INPUTS: usize>(
    weights: &mut [&mut [f32]; UNITS],
    from: usize,
    tile: [[f32x4; INPUTS]; UNITS],
    first: bool,
) {
    for (row, tile) in weights.iter_mut().zip(tile) {
        let mut vectors = [f32x4::ZERO; TILE];
        vectors[..INPUTS].copy_from_slice(&tile);
        for (g, sum) in part_mut(row, from..from + INPUTS).iter_mut().zip(sums_of_lanes(vectors).to_array()) {
            add(g, sum, first);
        }
    }
}

/// For units and inputs from the given ones on: Σ delta · input over the groups, lane by lane.
#[inline(always)]
fn products<const UNITS: usize, const INPUTS: usize>(
    groups: &Groups<'_>,
    [unit, input]: [usize; 2],
) -> [[f32x4; INPUTS]; UNITS] {
    let mut sums = [[f32x4::ZERO; INPUTS]; UNITS];
    for (deltas, inputs) in groups.clone() {
        let (deltas, inputs) = (part(deltas, unit..unit + UNITS), part(inputs, input..input + INPUTS));
        for (sums, &delta) in sums.iter_mut().zip(deltas) {
            for (sum, &x) in sums.iter_mut().zip(inputs) {
                *sum += delta * x;
            }
        }
    }
    sums
}

/// The sum of each of four vectors' lanes, in the order of [`sum_of_lanes`].
#[inline(always)]
pub(crate) fn sums_of_lanes(vectors: [f32x4; 4]) -> f32x4 {
    let [a, b, c, d] = f32x4::transpose(vectors);
    (a + c) + (b + d)
}

/// (1st + 3rd) + (2nd + 4th).
pub(crate) fn sum_of_lanes(vector: f32x4) -> f32 {
    let [a, b, c, d] = vector.to_array();
    (a + c) + (b + d)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kernel against the definition of its product, for every remainder of units, inputs and groups by the tiles.
    /// Small integers: every order of summation gives the same number, so that no tolerance is needed.
    #[test]
    fn products_follow_the_rules_of_matrices() {
        let numbers = |count: usize, salt: usize| -> Vec<f32> {
            (0..count).map(|i| ((i * 7 + salt * 5) % 11) as f32 - 5.0).collect()
        };
        let grouped = |numbers: &[f32]| -> Vec<f32x4> {
            numbers.as_chunks::<4>().0.iter().map(|&lanes| f32x4::from(lanes)).collect()
        };
        for (units, count, groups) in
            (1..10).flat_map(|units| (1..10).map(move |i| (units, i, 1 + (units + i) % 5)))
        {
            let (weights, biases) = (numbers(units * count, 1), numbers(units, 2));
            let (x, d) = (numbers(groups * count * 4, 3), numbers(groups * units * 4, 4));
            let of = |values: &[f32], width: usize, group: usize, i: usize, lane: usize| {
                values[(group * width + i) * 4 + lane]
            };
            let (x4, d4) = (grouped(&x), grouped(&d));
            let (mut sums, mut below) = (d4.clone(), x4.clone());
            let shape = Shape { inputs: count, units };
            affine(shape, &weights, &biases, &x4, &mut sums);
            transposed(shape, &weights, &d4, &mut below);
            for (group, lane) in (0..groups).flat_map(|group| (0..4).map(move |lane| (group, lane))) {
                for u in 0..units {
                    let row = (0..count).map(|i| weights[u * count + i] * of(&x, count, group, i, lane));
                    assert_eq!(sums[group * units + u].to_array()[lane], biases[u] + row.sum::<f32>());
                }
                for i in 0..count {
                    let column = (0..units).map(|u| weights[u * count + i] * of(&d, units, group, u, lane));
                    assert_eq!(below[group * count + i].to_array()[lane], column.sum::<f32>());
                }
            }
            let (mut gradient, mut bias_gradient) = (vec![1.0; units * count], vec![2.0; units]);
            add_gradient(shape, &d4, &x4, &mut gradient, &mut bias_gradient, false);
            let students = || (0..groups).flat_map(|group| (0..4).map(move |lane| (group, lane)));
            for u in 0..units {
                let delta = |(group, lane)| of(&d, units, group, u, lane);
                assert_eq!(bias_gradient[u], 2.0 + students().map(delta).sum::<f32>());
                for i in 0..count {
                    let product = |(group, lane)| of(&x, count, group, i, lane) * delta((group, lane));
                    assert_eq!(gradient[u * count + i], 1.0 + students().map(product).sum::<f32>());
                }
            }
        }
    }

    #[test]
    fn four_sums_at_once_have_the_bits_of_each_alone() {
        let vectors =
            [[1e8, 1.0, -1e8, 0.5], [0.1, 0.2, 0.3, 0.4], [1e-8, 1.0, 1e-8, -1.0], [3.0; 4]].map(f32x4::from);
        assert_eq!(sums_of_lanes(vectors).to_array(), vectors.map(sum_of_lanes));
        assert_eq!(sum_of_lanes(vectors[0]), 1.5);
    }
}
