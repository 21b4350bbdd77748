//! Structured values and errors across the boundary: plain objects, arrays, strings, `null` for none.
//!
//! What serde would do, in a tenth of its code: the page waits for every byte of it.

use std::fmt;

use js_sys::{Array, Error as JsError, JSON, Object, Reflect};
use sanhao::Error;
use wasm_bindgen::{JsCast, JsValue};

/// A type whose values come from JavaScript. They are read in place, so that all that an object needs is a table of its
/// fields: the code that walks it is there once, for every type.
pub(crate) trait FromJs {
    /// What a place holds before it is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Takes over what stands at `path`; throws at a value of another shape, with where and what it is.
    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue>;
}

/// A type whose values go to JavaScript.
pub(crate) trait ToJs {
    fn write(&self) -> JsValue;
}

/// Where a value stands in what JavaScript gave; reads as `table.students[3].scores[1]`.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Whole,
    Field(&'a Path<'a>, &'static str),
    Index(&'a Path<'a>, u32),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Field(Self::Whole, name) => f.write_str(name),
            Self::Field(object, name) => write!(f, "{object}.{name}"),
            Self::Index(array, index) => write!(f, "{array}[{index}]"),
        }
    }
}

/// A JavaScript `Error` with the core's sentence as `message` and the error itself as `details`.
pub(crate) fn thrown(error: Error) -> JsValue {
    let thrown = JsError::new(&error.to_string());
    set(&thrown, "details", &error.write());
    thrown.into()
}

/// A value from JavaScript.
pub(crate) fn from_js<T: FromJs>(value: &JsValue) -> Result<T, JsValue> {
    let mut read = T::blank();
    read.read(value, Path::Whole)?;
    Ok(read)
}

#[cold]
#[inline(never)]
fn malformed(path: Path, message: fmt::Arguments) -> JsValue {
    thrown(Error::malformed(path, message))
}

/// A value of another shape than the `expected`.
#[cold]
#[inline(never)]
fn unfit(value: &JsValue, path: Path, expected: &str) -> JsValue {
    const LONGEST: usize = 40;
    if let (true, Path::Field(object, name)) = (value.is_undefined(), path) {
        return malformed(*object, format_args!("missing field `{name}`"));
    }
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    let is_not = if text.is_empty() { "not" } else { " is not" };
    let (text, cut) = match text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)) {
        Some(start) => (start, "…"),
        None => (&*text, ""),
    };
    malformed(path, format_args!("{text}{cut}{is_not} {expected}"))
}

/// A list that is too long or too short.
#[cold]
#[inline(never)]
fn wrong_length(path: Path, count: usize, expected: usize) -> JsValue {
    malformed(path, format_args!("a list of {count}, where {expected} are expected"))
}

/// Which of these words it is.
pub(crate) fn position(value: &JsValue, path: Path, words: &[&str]) -> Result<usize, JsValue> {
    let mut word = String::new();
    word.read(value, path)?;
    words
        .iter()
        .position(|&known| known == word)
        .ok_or_else(|| malformed(path, format_args!("`{word}` is not one of `{}`", words.join("`, `"))))
}

/// Reads the fields of these names, whatever more the object has; returns how many of them there are.
pub(crate) fn read_fields(
    value: &JsValue,
    path: Path,
    names: &[&'static str],
    fields: &mut [&mut dyn FromJs],
) -> Result<usize, JsValue> {
    if !value.is_object() || Array::is_array(value) {
        return Err(unfit(value, path, "an object"));
    }
    let mut given = 0;
    for (name, field) in names.iter().zip(fields) {
        let value = property(value, &(*name).into());
        field.read(&value, Path::Field(&path, name))?;
        given += usize::from(!value.is_undefined());
    }
    Ok(given)
}

/// Reads an object that has the fields of these names and no others; of the last names there may be values already.
pub(crate) fn read_object(
    value: &JsValue,
    path: Path,
    names: &[&'static str],
    fields: &mut [&mut dyn FromJs],
) -> Result<(), JsValue> {
    let given = names.len() - fields.len() + read_fields(value, path, names, fields)?;
    let keys = Object::keys(value.unchecked_ref::<Object>());
    if keys.length() as usize > given {
        for key in (0..keys.length()).map(|i| keys.get(i)) {
            let name = key.as_string().unwrap_or_default();
            if !property(value, &key).is_undefined() && !names.contains(&&*name) {
                return Err(malformed(path, format_args!("unknown field `{name}`")));
            }
        }
    }
    Ok(())
}

/// Reads the items of an array one by one; returns how many there are.
fn read_items(
    value: &JsValue,
    path: Path,
    read: &mut dyn FnMut(usize, &JsValue, Path) -> Result<(), JsValue>,
) -> Result<usize, JsValue> {
    if !Array::is_array(value) {
        return Err(unfit(value, path, "a list"));
    }
    let array: &Array = value.unchecked_ref();
    for i in 0..array.length() {
        read(i as usize, &array.get(i), Path::Index(&path, i))?;
    }
    Ok(array.length() as usize)
}

fn property(object: &JsValue, key: &JsValue) -> JsValue {
    Reflect::get(object.unchecked_ref(), key).unwrap_or_default()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of an object that was just made cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// A plain object.
pub(crate) fn object(names: &[&str], fields: &[&dyn ToJs]) -> JsValue {
    let object = Object::new();
    names.iter().zip(fields).for_each(|(name, value)| set(&object, name, &value.write()));
    object.into()
}

/// A struct: an object with its fields.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl FromJs for $type {
            fn blank() -> Self {
                Self { $($field: FromJs::blank()),* }
            }

            fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
                read_object(value, path, &[$(stringify!($field)),*], &mut [$(&mut self.$field),*])
            }
        }

        impl ToJs for $type {
            fn write(&self) -> JsValue {
                object(&[$(stringify!($field)),*], &[$(&self.$field),*])
            }
        }
    };
}

/// An enum whose variants have fields: an object with the variant's name as its `kind`.
macro_rules! kinds {
    ($type:ident { $($name:literal => $variant:ident $({ $($field:ident),* })?),* $(,)? }) => {
        impl FromJs for $type {
            fn blank() -> Self {
                let [first, ..] = [$(Self::$variant { $($($field: FromJs::blank()),*)? }),*];
                first
            }

            fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
                #[derive(Clone, Copy)]
                enum Kind { $($variant),* }
                names!(Kind { $($name => $variant),* });
                let mut kind = Kind::blank();
                read_fields(value, path, &["kind"], &mut [&mut kind])?;
                match kind {
                    $(Kind::$variant => {
                        *self = Self::$variant { $($($field: FromJs::blank()),*)? };
                        let Self::$variant { $($($field),*)? } = self else { return Ok(()) };
                        read_object(value, path, &[$($(stringify!($field),)*)? "kind"], &mut [$($($field),*)?])
                    })*
                }
            }
        }

        impl ToJs for $type {
            fn write(&self) -> JsValue {
                match self {
                    $(Self::$variant { $($($field),*)? } => {
                        object(&["kind", $($(stringify!($field)),*)?], &[&$name, $($($field),*)?])
                    })*
                }
            }
        }
    };
}

/// An enum without fields: its variant's name.
macro_rules! names {
    ($type:ident { $($name:literal => $variant:ident),* $(,)? }) => {
        impl FromJs for $type {
            fn blank() -> Self {
                let [first, ..] = [$(Self::$variant),*];
                first
            }

            fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
                let place = position(value, path, &[$($name),*])?;
                *self = [$(Self::$variant),*].get(place).copied().unwrap_or(*self);
                Ok(())
            }
        }

        impl ToJs for $type {
            fn write(&self) -> JsValue {
                let name = match self { $(Self::$variant => $name),* };
                name.into()
            }
        }
    };
}

pub(crate) use {kinds, names, record};

impl FromJs for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        *self = value.as_f64().ok_or_else(|| unfit(value, path, "a number"))?;
        Ok(())
    }
}

impl ToJs for f64 {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        *self = value.as_bool().ok_or_else(|| unfit(value, path, "true or false"))?;
        Ok(())
    }
}

impl ToJs for bool {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        *self = value.as_string().ok_or_else(|| unfit(value, path, "text"))?;
        Ok(())
    }
}

impl ToJs for String {
    fn write(&self) -> JsValue {
        self.into()
    }
}

/// An array of numbers is JavaScript's own already.
impl ToJs for JsValue {
    fn write(&self) -> JsValue {
        self.clone()
    }
}

impl ToJs for &str {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for u32 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        let whole = value.as_f64().filter(|number| f64::from(*number as Self) == *number);
        *self = whole.ok_or_else(|| unfit(value, path, "a whole number from 0 to 4294967295"))? as Self;
        Ok(())
    }
}

impl ToJs for u32 {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for u8 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        let mut whole: u32 = 0;
        whole.read(value, path)?;
        *self = whole.try_into().map_err(|_| unfit(value, path, "a whole number from 0 to 255"))?;
        Ok(())
    }
}

impl FromJs for usize {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        let mut whole: u32 = 0;
        whole.read(value, path)?;
        *self = whole as Self;
        Ok(())
    }
}

impl ToJs for usize {
    fn write(&self) -> JsValue {
        (*self as f64).into()
    }
}

/// What is not there is none.
impl<T: FromJs> FromJs for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        if value.is_null() || value.is_undefined() {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank()).read(value, path)
    }
}

impl<T: ToJs> ToJs for Option<T> {
    fn write(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::write)
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn blank() -> Self {
        vec![]
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        self.clear();
        read_items(value, path, &mut |_, value, path| {
            self.push(T::blank());
            self.last_mut().map_or(Ok(()), |item| item.read(value, path))
        })?;
        Ok(())
    }
}

impl<T: ToJs> ToJs for [T] {
    fn write(&self) -> JsValue {
        let array = Array::new();
        for item in self {
            array.push(&item.write());
        }
        array.into()
    }
}

impl<T: ToJs> ToJs for Vec<T> {
    fn write(&self) -> JsValue {
        self.as_slice().write()
    }
}

impl<T: FromJs, const N: usize> FromJs for [T; N] {
    fn blank() -> Self {
        std::array::from_fn(|_| T::blank())
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        // What is too much is read all the same: of two mistakes the one in an item is told.
        let count = read_items(value, path, &mut |i, value, path| match self.get_mut(i) {
            Some(item) => item.read(value, path),
            None => T::blank().read(value, path),
        })?;
        if count == N { Ok(()) } else { Err(wrong_length(path, count, N)) }
    }
}
