//! How an enum whose variants have fields is read from JSON or JavaScript.
//!
//! An optimizer is written as `{ "kind": "momentum", "momentum": 0.9 }`. It is read as a flat struct that has a `kind` and
//! every field of every variant, each of them optional, and is then converted into the enum. serde's own reader of such
//! enums buffers the whole value first: it loses the path of a field that does not fit, and its code is larger.

use std::fmt;

/// Why a flat struct cannot be converted into the enum.
#[derive(Debug)]
pub(crate) enum Unfit {
    /// This field of the kind is missing.
    Missing(&'static str),
    /// This field belongs to another kind.
    Unknown(&'static str),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(field) => write!(f, "missing field `{field}`"),
            Self::Unknown(field) => write!(f, "unknown field `{field}`"),
        }
    }
}

/// Defines the struct `$wire` that an enum is read as: the types of all fields, then the fields of each variant.
///
/// The enum names it: `#[serde(try_from = "OptimizerWire")]`.
macro_rules! wire {
    (
        $wire:ident for $enum:ident { $($field:ident: $type:ty),* $(,)? }
        $($variant:ident { $($own:ident),* $(,)? })*
    ) => {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $wire {
            kind: Kind,
            $(#[serde(default)] $field: Option<$type>,)*
        }

        #[derive(Clone, Copy, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Kind { $($variant),* }

        impl TryFrom<$wire> for super::$enum {
            type Error = $crate::spec::wire::Unfit;

            fn try_from(wire: $wire) -> Result<Self, Self::Error> {
                use $crate::spec::wire::Unfit;
                #[allow(unused_mut, reason = "a variant may have no fields")]
                let $wire { kind, $(mut $field),* } = wire;
                let value = match kind {
                    $(Kind::$variant => Self::$variant {
                        $($own: $own.take().ok_or(Unfit::Missing(stringify!($own)))?),*
                    },)*
                };
                $(if $field.is_some() { return Err(Unfit::Unknown(stringify!($field))); })*
                Ok(value)
            }
        }
    };
}

pub(crate) use wire;
