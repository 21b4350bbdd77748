//! The shapes of the lab's types in JavaScript; `types.d.ts` has them for TypeScript.

use js_sys::Float32Array;
use sanhao::ndarray::Array2;
use sanhao::{
    ClassMaker, Explanation, LayerPass, Metrics, Outcome, ParameterPlane, Scores, SecretRule, Solution,
    SplitMetrics, Stability,
};
use wasm_bindgen::JsValue;

use crate::convert::{FromJs, Path, ToJs, kinds, names, object, position, read_fields, read_object, record};

record!(ClassMaker { students, subjects, scores, rule, seed });
record!(SecretRule { weights, outcome });

kinds!(Scores {
    "article" => Article,
    "uniform" => Uniform { low, high },
    "normal" => Normal { mean, deviation },
});
kinds!(Outcome {
    "total" => Total { noise },
    "award" => Award { threshold, noise },
});

impl FromJs for ParameterPlane {
    fn blank() -> Self {
        Self { origin: vec![], x: vec![], y: vec![], x_range: [0.0; 2], y_range: [0.0; 2] }
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        let Self { origin, x, y, x_range, y_range } = self;
        let names = ["origin", "x", "y", "xRange", "yRange"];
        read_object(value, path, &names, &mut [origin, x, y, x_range, y_range])
    }
}

impl ToJs for Solution {
    fn write(&self) -> JsValue {
        let Self { equations, rank, parameters, directions, nearest, residual, condition } = self;
        object(
            &["equations", "rank", "parameters", "directions", "nearest", "residual", "condition"],
            &[equations, rank, parameters, &rows(directions), nearest, residual, condition],
        )
    }
}

/// Numbers as JavaScript's own array of them.
fn floats(numbers: &[f32]) -> JsValue {
    Float32Array::from(numbers).into()
}

/// A matrix row by row, end to end.
fn flat(matrix: &Array2<f32>) -> JsValue {
    floats(matrix.as_slice().unwrap_or_default())
}

/// A matrix as an array of its rows.
fn rows(matrix: &Array2<f64>) -> JsValue {
    matrix.rows().into_iter().map(|row| row.to_vec()).collect::<Vec<_>>().write()
}

impl ToJs for Explanation {
    fn write(&self) -> JsValue {
        let Self {
            shifts,
            scales,
            features,
            targets,
            used,
            layers,
            losses,
            loss,
            slopes,
            unpenalised,
            gradient,
            parameters,
            raw,
            first,
            second,
        } = self;
        object(
            &[
                "shifts",
                "scales",
                "features",
                "targets",
                "used",
                "layers",
                "losses",
                "loss",
                "slopes",
                "unpenalised",
                "gradient",
                "parameters",
                "raw",
                "first",
                "second",
            ],
            &[
                shifts,
                scales,
                &flat(features),
                &flat(targets),
                &floats(used),
                layers,
                &floats(losses),
                loss,
                &floats(slopes),
                &floats(unpenalised),
                &floats(gradient),
                &floats(parameters),
                &floats(raw),
                &floats(first),
                &floats(second),
            ],
        )
    }
}

impl ToJs for LayerPass {
    fn write(&self) -> JsValue {
        let Self { sums, values, deltas } = self;
        object(&["sums", "values", "deltas"], &[&flat(sums), &flat(values), &flat(deltas)])
    }
}

impl ToJs for Stability {
    fn write(&self) -> JsValue {
        let kind = match self {
            Self::Bound { largest, exact, diverges } => {
                let names = ["kind", "largest", "exact", "diverges"];
                return object(&names, &[&"bound", largest, exact, diverges]);
            }
            Self::NoCurvature => "no_curvature",
            Self::Adaptive => "adaptive",
            Self::TooLarge => "too_large",
        };
        object(&["kind"], &[&kind])
    }
}

impl ToJs for Metrics {
    fn write(&self) -> JsValue {
        match self {
            Self::Numbers {
                students,
                loss,
                mean_absolute_error,
                root_mean_square_error,
                largest_error,
                r2,
            } => object(
                &[
                    "kind",
                    "students",
                    "loss",
                    "meanAbsoluteError",
                    "rootMeanSquareError",
                    "largestError",
                    "r2",
                ],
                &[&"numbers", students, loss, mean_absolute_error, root_mean_square_error, largest_error, r2],
            ),
            Self::Classes { students, loss, accuracy, confusion, precision, recall, auc } => {
                let confusion = rows(&confusion.mapv(|count| count as f64));
                object(
                    &["kind", "students", "loss", "accuracy", "confusion", "precision", "recall", "auc"],
                    &[&"classes", students, loss, accuracy, &confusion, precision, recall, auc],
                )
            }
        }
    }
}

impl ToJs for SplitMetrics {
    fn write(&self) -> JsValue {
        object(&["training", "heldOut"], &[&self.training, &self.held_out])
    }
}
