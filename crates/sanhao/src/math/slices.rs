//! Slices for the inner loops. Bounds are checked as everywhere, and a panic names the place of the call, but not the
//! numbers: those would be kept in registers throughout a loop, which costs a small network's update 5 % in Firefox.

use std::slice::SliceIndex;

/// `slice[range]`.
#[inline(always)]
#[track_caller]
pub(crate) fn part<T, R: SliceIndex<[T], Output = [T]>>(slice: &[T], range: R) -> &[T] {
    match slice.get(range) {
        Some(part) => part,
        None => out_of_range(),
    }
}

/// `slice[range]`, to be written.
#[inline(always)]
#[track_caller]
pub(crate) fn part_mut<T, R: SliceIndex<[T], Output = [T]>>(slice: &mut [T], range: R) -> &mut [T] {
    match slice.get_mut(range) {
        Some(part) => part,
        None => out_of_range(),
    }
}

/// `slice.split_at(middle)`.
#[inline(always)]
#[track_caller]
pub(crate) fn split<T>(slice: &[T], middle: usize) -> (&[T], &[T]) {
    match slice.split_at_checked(middle) {
        Some(parts) => parts,
        None => out_of_range(),
    }
}

/// `slice.split_at_mut(middle)`.
#[inline(always)]
#[track_caller]
pub(crate) fn split_mut<T>(slice: &mut [T], middle: usize) -> (&mut [T], &mut [T]) {
    match slice.split_at_mut_checked(middle) {
        Some(parts) => parts,
        None => out_of_range(),
    }
}

#[expect(clippy::panic, reason = "as an index out of range")]
#[cold]
#[inline(never)]
#[track_caller]
fn out_of_range() -> ! {
    panic!("a slice out of range")
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn slices_are_those_of_an_index_and_bounds_are_checked() {
        let mut numbers = [1, 2, 3];
        assert_eq!((part(&numbers, 1..3), split(&numbers, 1)), (&numbers[1..3], numbers.split_at(1)));
        part_mut(&mut numbers, ..1)[0] = 4;
        split_mut(&mut numbers, 2).1[0] = 5;
        assert_eq!(numbers, [4, 2, 5]);

        assert!(catch_unwind(|| part(&[0; 3], 1..4)).is_err());
        assert!(catch_unwind(|| part_mut(&mut [0; 3], 4..).len()).is_err());
        assert!(catch_unwind(|| split(&[0; 3], 4)).is_err());
        assert!(catch_unwind(|| split_mut(&mut [0; 3], 4).0.len()).is_err());
    }
}
