//! The shapes of the lab's types in JavaScript; `types.d.ts` has them for TypeScript.

use sanhao::{ClassMaker, Metrics, Outcome, ParameterPlane, Scores, SecretRule};
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
            Self::Classes { students, loss, accuracy, confusion, precision, recall, auc } => object(
                &["kind", "students", "loss", "accuracy", "confusion", "precision", "recall", "auc"],
                &[&"classes", students, loss, accuracy, confusion, precision, recall, auc],
            ),
        }
    }
}
