//! Random choices by a named, stable generator: PCG-XSH-RR 64/32 (O'Neill 2014). A seed gives the same choices on every
//! machine and in every version.

use rand_core::Rng as _;
use rand_pcg::Pcg32;

use crate::math::sqrt;

/// The purpose of a random choice. Each purpose has its own stream, so that one more draw for one of them changes none
/// of the others.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Weights = 1,
    HeldOut = 2,
    Order = 3,
    School = 4,
    Noise = 5,
}

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub(crate) struct Random(Pcg32);

impl Random {
    pub(crate) fn new(seed: u32, purpose: Purpose) -> Self {
        Self(Pcg32::new(u64::from(seed), purpose as u64))
    }

    /// Uniform in 0..end; the bias of this multiplication is below end / 2³².
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }

    /// Uniform in [0, 1), a multiple of 2⁻³².
    pub(crate) fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// Normal with mean 0 and variance 1, by the polar method (Marsaglia & Bray 1964), which needs no transcendental
    /// function but the logarithm.
    pub(crate) fn normal(&mut self) -> f64 {
        loop {
            let [x, y] = [2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0];
            let square = x * x + y * y;
            if 0.0 < square && square < 1.0 {
                return x * sqrt(-2.0 * libm::log(square) / square);
            }
        }
    }

    /// A random order (Fisher & Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The first outputs of pcg32-demo of the reference implementation in C: seed 42, stream 54.
        let mut pcg = Pcg32::new(42, 54);
        let drawn: Vec<u32> = (0..3).map(|_| pcg.next_u32()).collect();
        assert_eq!(drawn, [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330]);
    }

    #[test]
    fn draws_have_the_moments_of_their_distributions() {
        let mut random = Random::new(7, Purpose::School);
        let normal: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = normal.iter().sum::<f64>() / 20_000.0;
        let variance = normal.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 20_000.0;
        // Standard errors: 0.007 and 0.01; four of each.
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.04);
        assert!((0..1000).all(|_| random.below(3) < 3));
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<u32> = (0..100).collect();
        Random::new(1, Purpose::Order).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
