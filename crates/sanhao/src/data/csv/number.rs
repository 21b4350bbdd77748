//! Numbers as they stand in cells, read exactly.
//!
//! The reader is our own because the exact ones to be had bring tables of powers into the browser's module: the
//! standard library's 10 kB of them, others hardly less. This one has none. Numbers of few digits, which are nearly
//! all, take the fast path of Clinger (1990); the others are divided as big integers, bit by bit.

use std::cmp::Ordering;

/// Halfway points between two neighbouring numbers have at most 767 digits: what comes after this many only says
/// whether the number is larger than they are.
const MAX_DIGITS: i64 = 800;

/// A cell as a number, with what `str::parse` makes of it; digits, point and sign may be full-width, as Chinese
/// keyboards write them.
pub(super) fn number(cell: &str) -> Option<f64> {
    let mut text = Vec::with_capacity(cell.len());
    for c in cell.chars() {
        let narrow = match c {
            '\u{ff01}'..='\u{ff5e}' => c as u32 - 0xfee0,
            _ => c as u32,
        };
        text.push(u8::try_from(narrow).ok()?.to_ascii_lowercase());
    }
    let (sign, unsigned) = match &*text {
        [b'-', unsigned @ ..] => (-1.0, unsigned),
        [b'+', unsigned @ ..] => (1.0, unsigned),
        unsigned => (1.0, unsigned),
    };
    let size = match unsigned {
        b"inf" | b"infinity" => f64::INFINITY,
        b"nan" => f64::NAN,
        decimal => read(decimal)?,
    };
    Some(sign * size)
}

/// Digits with or without a point, then `e` and an exponent or nothing.
fn read(decimal: &[u8]) -> Option<f64> {
    let (mut digits, mut count, mut exponent) = (Big::new(), 0, 0);
    let (mut any, mut point) = (false, false);
    let mut bytes = decimal.iter();
    for &byte in &mut bytes {
        match byte {
            b'0'..=b'9' => {
                let digit = u32::from(byte - b'0');
                any = true;
                if count < MAX_DIGITS {
                    multiply(&mut digits, 10, digit);
                    count += i64::from(!digits.is_empty());
                    exponent -= i64::from(point);
                } else {
                    digits[0] |= u32::from(digit > 0);
                    exponent += i64::from(!point);
                }
            }
            b'.' if !point => point = true,
            b'e' => {
                exponent += read_exponent(bytes.as_slice())?;
                break;
            }
            _ => return None,
        }
    }
    any.then(|| {
        // Below 2⁵³ the digits are exactly this; above, it is no less than that.
        let whole = digits.iter().rev().fold(0.0, |high, &low| high * 4_294_967_296.0 + f64::from(low));
        let power = |exponent| (0..exponent).fold(1.0, |power, _| power * 10.0);
        match exponent {
            _ if whole == 0.0 => 0.0,
            0..=22 if whole < 9_007_199_254_740_992.0 => whole * power(exponent),
            -22..0 if whole < 9_007_199_254_740_992.0 => whole / power(-exponent),
            _ if count + exponent > 310 => f64::INFINITY,
            _ if count + exponent < -330 => 0.0,
            _ => nearest(digits, exponent),
        }
    })
}

/// An exponent, cut off where no digits that fit into memory could make up for it.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] => (1, digits),
        digits => (1, digits),
    };
    let mut exponent = 0;
    for &byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        exponent = (10 * exponent + i64::from(byte - b'0')).min(1 << 48);
    }
    (!digits.is_empty()).then_some(sign * exponent)
}

/// The number nearest to digits · 10^exponent, which is positive; of two as near, the even one.
fn nearest(digits: Big, exponent: i64) -> f64 {
    // The value is dividend / divisor · 2^binary, and the quotient is brought to 1 or more, below 2.
    let (mut dividend, mut divisor) = (digits, vec![1]);
    raise(if exponent < 0 { &mut divisor } else { &mut dividend }, 10, exponent.abs());
    let mut binary = bits(&dividend) - bits(&divisor);
    raise(if binary < 0 { &mut dividend } else { &mut divisor }, 2, binary.abs());
    if compare(&dividend, &divisor) == Ordering::Less {
        multiply(&mut dividend, 2, 0);
        binary -= 1;
    }
    // 53 bits of the quotient, or as many as there are down to 2⁻¹⁰⁷⁴; what remains decides the rounding.
    let mut quotient = 0;
    for _ in 0..(binary + 1075).min(53) {
        quotient *= 2;
        if compare(&dividend, &divisor) != Ordering::Less {
            quotient += 1;
            subtract(&mut dividend, &divisor);
        }
        multiply(&mut dividend, 2, 0);
    }
    quotient += match compare(&dividend, &divisor) {
        _ if binary < -1075 => 0,
        Ordering::Less => 0,
        Ordering::Equal => quotient % 2,
        Ordering::Greater => 1,
    };
    if binary > 1023 {
        return f64::INFINITY;
    }
    // The quotient's highest bit adds one to the exponent's field, and so does a carry of the rounding.
    f64::from_bits(((binary.max(-1022) + 1022) as u64) * (1 << 52) + quotient)
}

/// A natural number by its digits to base 2³², the lowest first and the highest not 0.
type Big = Vec<u32>;

#[inline(never)]
fn multiply(big: &mut Big, factor: u32, addend: u32) {
    let mut carry = u64::from(addend);
    for digit in &mut *big {
        carry += u64::from(*digit) * u64::from(factor);
        *digit = carry as u32;
        carry >>= 32;
    }
    if carry > 0 {
        big.push(carry as u32);
    }
}

/// Multiplies by base^exponent, for a base up to 10.
fn raise(big: &mut Big, base: u32, exponent: i64) {
    for _ in 0..exponent / 9 {
        multiply(big, base.pow(9), 0);
    }
    multiply(big, base.pow((exponent % 9) as u32), 0);
}

/// Subtracts what is no larger.
fn subtract(big: &mut Big, other: &Big) {
    let mut borrow = 0;
    for (i, digit) in big.iter_mut().enumerate() {
        let difference = i64::from(*digit) - i64::from(other.get(i).copied().unwrap_or(0)) + borrow;
        *digit = difference as u32;
        borrow = difference >> 32;
    }
    while big.last() == Some(&0) {
        big.pop();
    }
}

fn compare(one: &Big, other: &Big) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.iter().rev().cmp(other.iter().rev()))
}

fn bits(big: &Big) -> i64 {
    32 * big.len() as i64 - big.last().map_or(0, |high| i64::from(high.leading_zeros()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::spec::error::written;

    fn agrees(text: &str) -> Result<(), TestCaseError> {
        let [ours, theirs] = [number(text), text.parse().ok()].map(|number| number.map(f64::to_bits));
        prop_assert_eq!(ours, theirs, "{}", text);
        Ok(())
    }

    /// The point halfway between a positive number and the next larger one: its digits, and the power of ten they are
    /// to be multiplied by.
    fn halfway(bits: u64) -> (String, i64) {
        let (field, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
        let twice = 2 * (fraction + if field == 0 { 0 } else { 1 << 52 }) + 1;
        // With 2^e for the field it is (2m + 1) · 2^(e − 1075), or (2m + 1) · 2^e · 5^1075 / 10^1075.
        let mut digits = vec![twice as u32, (twice >> 32) as u32];
        raise(&mut digits, 2, field.max(1) as i64 - 1);
        raise(&mut digits, 5, 1075);
        let mut reversed = String::new();
        while digits.iter().any(|&digit| digit > 0) {
            let mut rest = 0;
            for digit in digits.iter_mut().rev() {
                rest = rest << 32 | u64::from(*digit);
                *digit = (rest / 10) as u32;
                rest %= 10;
            }
            reversed.push(char::from(b'0' + rest as u8));
        }
        let text: String = reversed.chars().rev().collect();
        let digits = text.trim_end_matches('0');
        (digits.to_owned(), (text.len() - digits.len()) as i64 - 1075)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(
            text in r"[+-]?[0-9]{0,25}(\.[0-9]{0,25})?([eE][+-]?[0-9]{1,3})?",
            bits in any::<u64>(),
        ) {
            agrees(&text)?;
            let number = f64::from_bits(bits);
            prop_assume!(!number.is_nan());
            agrees(&number.to_string())?;
            agrees(&written(number))?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        #[test]
        fn halfway_points_go_to_the_even_neighbour(
            bits in prop_oneof![0..0x7ff0_0000_0000_0000u64, 0..1u64 << 54, 0..100u64],
        ) {
            let (digits, exponent) = halfway(bits);
            let point = digits.len() as i64 + exponent;
            prop_assert_eq!(number(&format!("{digits}e{exponent}")).map(f64::to_bits), Some(bits + bits % 2));
            for after in ["", "0", "1", "00000000001", &"0".repeat(1000), &format!("{}1", "0".repeat(1000))] {
                agrees(&format!("{digits}{after}e{}", exponent - after.len() as i64))?;
                agrees(&format!("0.{digits}{after}e{point}"))?;
            }
            let below = format!("{}4", digits.strip_suffix('5').unwrap_or_default());
            agrees(&format!("0.{below}{}e{point}", "9".repeat(1000)))?;
            agrees(&format!("0.{below}{}e{point}", "9".repeat(10)))?;
        }
    }

    #[test]
    fn the_ends_of_the_range_are_read_exactly() {
        let zeros = "0".repeat(2000);
        for text in [
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            "2.2250738585072014e-308",
            "9007199254740991",
            "9007199254740992",
            "9007199254740993",
            "9007199254740993.0000000000000000000000000000000000000000000000000001",
            "9007199254740995",
            "1e22",
            "1e23",
            "9007199254740993e22",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e308",
            "1e309",
            "1e310",
            "0.1e310",
            "123456789e305",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2e-324",
            "1e-324",
            "1e-330",
            "1e-400",
            "123456789012345678901234567890e-350",
            &format!("{zeros}1{zeros}e-2000"),
            &format!("{zeros}.{zeros}1e2001"),
            &format!("1.{zeros}"),
            &format!("1.{zeros}1"),
            &format!("9007199254740993.{zeros}1"),
            &format!("9007199254740993{zeros}1e-2001"),
            &format!("{zeros}.{zeros}"),
            &format!("1{zeros}"),
            &format!("0.{zeros}1"),
        ] {
            agrees(text).unwrap();
            agrees(&format!("-{text}")).unwrap();
        }
    }

    #[test]
    fn what_is_no_number_is_none_and_what_is_too_large_infinite() {
        for text in [
            "", "+", ".", "e5", ".e5", "1e", "1e+", "1e+-5", "1e5.", "--1", "1.2.3", "0x10", "1_000", "九十",
            "1 2", "½",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
        for text in
            ["inf", "-Infinity", "1e999", "1e99999999999", "1e99999999999999999999999", "-1e2147483648"]
        {
            assert_eq!(number(text).map(f64::abs), Some(f64::INFINITY), "{text}");
        }
        for text in ["0e99999999999", "1e-99999999999", "1e-99999999999999999999999", "0e-2147483649"] {
            assert_eq!(number(text), Some(0.0), "{text}");
        }
        assert!(number("NaN").is_some_and(f64::is_nan));
        assert_eq!(number("－１２．５ｅ＋１"), Some(-125.0));
    }

    #[test]
    fn a_cell_of_a_megabyte_is_read_at_once() {
        let (nines, zeros) = ("9".repeat(1_000_000), "0".repeat(1_000_000));
        for (text, expected) in [
            (nines.clone(), f64::INFINITY),
            (format!("0.{nines}"), 1.0),
            (format!("{nines}e-999990"), 1e10),
            (format!("0.{zeros}15e1000001"), 1.5),
            (format!("1e{nines}"), f64::INFINITY),
            (format!("1e-{nines}"), 0.0),
        ] {
            assert_eq!(number(&text), Some(expected));
        }
    }
}
