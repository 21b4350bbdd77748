//! Structured values and errors across the boundary: plain objects, arrays, strings, `null` for none.
//!
//! What serde would do, in a tenth of its code: the page waits for every byte of it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use js_sys::{Array, Error as JsError, JSON, Object, Reflect};
use sanhao::Error;
use wasm_bindgen::{JsCast, JsValue};

/// A type whose values come from JavaScript.
pub(crate) trait FromJs: Sized {
    /// What stands at `path`; a value of another shape is an error that says where and what it is.
    fn read(value: &JsValue, path: Path) -> Result<Self, Error>;
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
    T::read(value, Path::Whole).map_err(thrown)
}

/// A value of another shape than the `expected`.
#[cold]
fn unfit(value: &JsValue, path: Path, expected: &str) -> Error {
    const LONGEST: usize = 40;
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Error::malformed(path, format_args!("{}… is not {expected}", &text[..end])),
        None if text.is_empty() => Error::malformed(path, format_args!("not {expected}")),
        None => Error::malformed(path, format_args!("{text} is not {expected}")),
    }
}

/// A word that is none of those there are.
#[cold]
pub(crate) fn unknown(word: &str, path: Path, words: &[&str]) -> Error {
    Error::malformed(path, format_args!("`{word}` is not one of `{}`", words.join("`, `")))
}

/// The fields of an object from JavaScript.
pub(crate) struct Fields<'a> {
    object: &'a Object,
    path: Path<'a>,
    found: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(value: &'a JsValue, path: Path<'a>) -> Result<Self, Error> {
        match value.is_object() && !Array::is_array(value) {
            true => Ok(Self { object: value.unchecked_ref(), path, found: vec![] }),
            false => Err(unfit(value, path, "an object")),
        }
    }

    pub(crate) fn get<T: FromJs>(&mut self, name: &'static str) -> Result<T, Error> {
        let value = self.value(name);
        T::read(&value, Path::Field(&self.path, name)).map_err(|error| {
            let missing = || Error::malformed(self.path, format_args!("missing field `{name}`"));
            if value.is_undefined() { missing() } else { error }
        })
    }

    fn value(&mut self, name: &'static str) -> JsValue {
        let value = Reflect::get(self.object, &name.into()).unwrap_or_default();
        if !value.is_undefined() {
            self.found.push(name);
        }
        value
    }

    /// Hands on what was made of the fields, unless there are more of them than were asked for.
    pub(crate) fn end<T>(self, made: T) -> Result<T, Error> {
        let keys = Object::keys(self.object);
        if keys.length() as usize > self.found.len() {
            let unknown = keys.iter().filter_map(|key| key.as_string()).find(|key| {
                let given = Reflect::get(self.object, &key.into()).is_ok_and(|value| !value.is_undefined());
                given && !self.found.contains(&&**key)
            });
            if let Some(key) = unknown {
                return Err(Error::malformed(self.path, format_args!("unknown field `{key}`")));
            }
        }
        Ok(made)
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of an object that was just made cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// A plain object.
pub(crate) fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    fields.iter().for_each(|(name, value)| set(&object, name, value));
    object.into()
}

/// An array.
pub(crate) fn array<'a, T: ToJs + 'a>(items: impl IntoIterator<Item = &'a T>) -> JsValue {
    items.into_iter().map(T::write).collect::<Array>().into()
}

/// A struct: an object with its fields.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl FromJs for $type {
            fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
                let mut fields = Fields::of(value, path)?;
                let read = Self { $($field: fields.get(stringify!($field))?),* };
                fields.end(read)
            }
        }

        impl ToJs for $type {
            fn write(&self) -> JsValue {
                object([$((stringify!($field), self.$field.write())),*])
            }
        }
    };
}

/// An enum whose variants have fields: an object with the variant's name as its `kind`.
macro_rules! kinds {
    ($type:ident { $($name:literal => $variant:ident $({ $($field:ident),* })?),* $(,)? }) => {
        impl FromJs for $type {
            fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
                let mut fields = Fields::of(value, path)?;
                let kind: String = fields.get("kind")?;
                let read = match &*kind {
                    $($name => Self::$variant { $($($field: fields.get(stringify!($field))?),*)? },)*
                    _ => return Err(unknown(&kind, Path::Field(&path, "kind"), &[$($name),*])),
                };
                fields.end(read)
            }
        }

        impl ToJs for $type {
            fn write(&self) -> JsValue {
                match self {
                    $(Self::$variant { $($($field),*)? } => object([
                        ("kind", $name.into()),
                        $($((stringify!($field), $field.write())),*)?
                    ]),)*
                }
            }
        }
    };
}

/// An enum without fields: its variant's name.
macro_rules! names {
    ($type:ident { $($name:literal => $variant:ident),* $(,)? }) => {
        impl FromJs for $type {
            fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
                match &*String::read(value, path)? {
                    $($name => Ok(Self::$variant),)*
                    other => Err(unknown(other, path, &[$($name),*])),
                }
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
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        value.as_f64().ok_or_else(|| unfit(value, path, "a number"))
    }
}

impl ToJs for f64 {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for bool {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        value.as_bool().ok_or_else(|| unfit(value, path, "true or false"))
    }
}

impl ToJs for bool {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for String {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        value.as_string().ok_or_else(|| unfit(value, path, "text"))
    }
}

impl ToJs for String {
    fn write(&self) -> JsValue {
        self.into()
    }
}

impl FromJs for u32 {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        let whole = value.as_f64().filter(|number| f64::from(*number as Self) == *number);
        whole
            .map(|number| number as Self)
            .ok_or_else(|| unfit(value, path, "a whole number from 0 to 4294967295"))
    }
}

impl ToJs for u32 {
    fn write(&self) -> JsValue {
        (*self).into()
    }
}

impl FromJs for u8 {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        let whole = u32::read(value, path)?;
        whole.try_into().map_err(|_| unfit(value, path, "a whole number from 0 to 255"))
    }
}

impl FromJs for usize {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        Ok(u32::read(value, path)? as Self)
    }
}

impl ToJs for usize {
    fn write(&self) -> JsValue {
        (*self as f64).into()
    }
}

/// What is not there is none.
impl<T: FromJs> FromJs for Option<T> {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        if value.is_null() || value.is_undefined() { Ok(None) } else { T::read(value, path).map(Some) }
    }
}

impl<T: ToJs> ToJs for Option<T> {
    fn write(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::write)
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        if !Array::is_array(value) {
            return Err(unfit(value, path, "a list"));
        }
        let array: &Array = value.unchecked_ref();
        (0..array.length()).map(|i| T::read(&array.get(i), Path::Index(&path, i))).collect()
    }
}

impl<T: ToJs> ToJs for Vec<T> {
    fn write(&self) -> JsValue {
        array(self)
    }
}

impl<T: FromJs, const N: usize> FromJs for [T; N] {
    fn read(value: &JsValue, path: Path) -> Result<Self, Error> {
        let wrong = |items: Vec<T>| {
            Error::malformed(path, format_args!("a list of {}, where {N} are expected", items.len()))
        };
        Vec::read(value, path)?.try_into().map_err(wrong)
    }
}
