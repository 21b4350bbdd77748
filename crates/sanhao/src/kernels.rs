//! The inner loops of training, over a batch laid out feature-major: row i holds feature i of every student.
//!
//! Every sum has one fixed order, written out here, so that a run gives the same bits on every machine; nothing is left
//! to a library that would choose its instructions by the processor it finds.

/// Partial sums of [`dot`]: as many as two 4-lane SIMD registers hold.
const LANES: usize = 8;

/// out (units × students) = weights (units × inputs) · inputs (inputs × students), summed from the first input on.
pub(crate) fn multiply(weights: &[f32], inputs: &[f32], students: usize, out: &mut [f32]) {
    let count = inputs.len() / students;
    for (row, weights) in out.chunks_exact_mut(students).zip(weights.chunks_exact(count)) {
        let mut pairs = weights.iter().zip(inputs.chunks_exact(students));
        if let Some((&w, x)) = pairs.next() {
            row.iter_mut().zip(x).for_each(|(y, x)| *y = w * x);
        }
        for (&w, x) in pairs {
            add_multiple(row, w, x);
        }
    }
}

/// out (inputs × students) = weightsᵀ · deltas (units × students), summed from the first unit on.
pub(crate) fn multiply_transposed(weights: &[f32], deltas: &[f32], students: usize, out: &mut [f32]) {
    let count = out.len() / students;
    out.fill(0.0);
    for (weights, delta) in weights.chunks_exact(count).zip(deltas.chunks_exact(students)) {
        for (row, &w) in out.chunks_exact_mut(students).zip(weights) {
            add_multiple(row, w, delta);
        }
    }
}

/// Adds deltas (units × students) · inputsᵀ to `sums` (units × inputs): the gradient by the weights.
pub(crate) fn add_outer(deltas: &[f32], inputs: &[f32], students: usize, sums: &mut [f32]) {
    let count = inputs.len() / students;
    for (row, delta) in sums.chunks_exact_mut(count).zip(deltas.chunks_exact(students)) {
        for (g, x) in row.iter_mut().zip(inputs.chunks_exact(students)) {
            *g += dot(delta, x);
        }
    }
}

/// Adds each unit's bias to its row.
pub(crate) fn add_biases(biases: &[f32], students: usize, sums: &mut [f32]) {
    for (row, &bias) in sums.chunks_exact_mut(students).zip(biases) {
        row.iter_mut().for_each(|z| *z += bias);
    }
}

/// Adds the sum of each row to `sums`: the gradient by the biases.
pub(crate) fn add_row_sums(deltas: &[f32], students: usize, sums: &mut [f32]) {
    for (g, delta) in sums.iter_mut().zip(deltas.chunks_exact(students)) {
        *g += sum(delta);
    }
}

fn add_multiple(row: &mut [f32], w: f32, x: &[f32]) {
    for (y, x) in row.iter_mut().zip(x) {
        *y += w * x;
    }
}

/// Σ aᵢ bᵢ: lane j sums every eighth product from j on, the lanes are added pairwise, what is left over one by one.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a_lanes, a_rest) = a.as_chunks::<LANES>();
    let (b_lanes, b_rest) = b.as_chunks::<LANES>();
    let mut lanes = [0.0f32; LANES];
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for (lane, (a, b)) in lanes.iter_mut().zip(a.iter().zip(b)) {
            *lane += a * b;
        }
    }
    a_rest.iter().zip(b_rest).fold(pairwise(lanes), |sum, (a, b)| sum + a * b)
}

/// Σ aᵢ in the order of [`dot`].
fn sum(a: &[f32]) -> f32 {
    let (chunks, rest) = a.as_chunks::<LANES>();
    let mut lanes = [0.0f32; LANES];
    for chunk in chunks {
        for (lane, a) in lanes.iter_mut().zip(chunk) {
            *lane += a;
        }
    }
    rest.iter().fold(pairwise(lanes), |sum, a| sum + a)
}

fn pairwise([a, b, c, d, e, f, g, h]: [f32; LANES]) -> f32 {
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Integers: every order of summation gives the same number, so that the tests need no tolerance.
    const W: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]; // 2 units × 3 inputs
    const X: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]; // 3 inputs × 2 students

    #[test]
    fn products_follow_the_rules_of_matrices() {
        let mut out = [0.0; 4];
        multiply(&W, &X, 2, &mut out);
        assert_eq!(out, [22.0, 28.0, 49.0, 64.0]);
        let mut back = [9.0; 6];
        multiply_transposed(&W, &[1.0, 0.0, 0.0, 1.0], 2, &mut back);
        assert_eq!(back, [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
        let mut gradient = [1.0; 6];
        add_outer(&[1.0, 1.0, 0.0, 2.0], &X, 2, &mut gradient);
        assert_eq!(gradient, [4.0, 8.0, 12.0, 5.0, 9.0, 13.0]);
    }

    #[test]
    fn sums_take_lanes_and_rest() {
        let a: Vec<f32> = (1..=19u8).map(f32::from).collect();
        assert_eq!(sum(&a), 190.0);
        assert_eq!(dot(&a, &a), 2470.0);
        let mut rows = [0.0; 2];
        add_row_sums(&[1.0, 2.0, 3.0, 4.0], 2, &mut rows);
        assert_eq!(rows, [3.0, 7.0]);
        let mut sums = [1.0, 2.0, 3.0, 4.0];
        add_biases(&[10.0, 20.0], 2, &mut sums);
        assert_eq!(sums, [11.0, 12.0, 23.0, 24.0]);
    }
}
