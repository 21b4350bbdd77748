//! The shapes of the core's types in JavaScript; `types.d.ts` has them for TypeScript.

use sanhao::{
    Activation, Constraint, Error, Experiment, GivenLayer, HiddenLayer, Initial, Location, Loss, Model,
    Optimizer, Output, Preset, Quantity, Role, Rule, Scaling, Schedule, ScorePlane, Student, Table, Target,
    Training,
};
use wasm_bindgen::JsValue;

use crate::convert::{FromJs, Path, ToJs, kinds, names, object, position, read_fields, read_object, record};

record!(Experiment { table, scaling, model, training });
record!(Table { subjects, target, classes, students });
record!(Student { name, scores, target, included });
record!(Model { hidden, weights, bias, output, initial });
record!(HiddenLayer { units, activation });
record!(GivenLayer { weights, biases });
record!(Training { loss, optimizer, learning_rate, schedule, batch_size, shuffle, l1, l2, held_out, seed });
record!(Error { location, value, rule });

kinds!(Initial {
    "zeros" => Zeros,
    "constant" => Constant { weight, bias },
    "given" => Given { layers },
    "xavier_uniform" => XavierUniform,
    "he_normal" => HeNormal,
    "uniform" => Uniform { limit },
});
kinds!(Loss {
    "absolute" => Absolute,
    "squared" => Squared,
    "huber" => Huber { delta },
    "binary_cross_entropy" => BinaryCrossEntropy,
    "categorical_cross_entropy" => CategoricalCrossEntropy,
});
kinds!(Optimizer {
    "sgd" => Sgd,
    "momentum" => Momentum { momentum },
    "nesterov" => Nesterov { momentum },
    "adagrad" => Adagrad { epsilon },
    "rmsprop_tensorflow1" => RmspropTensorflow1 { decay, epsilon },
    "rmsprop_pytorch" => RmspropPytorch { decay, epsilon },
    "adam" => Adam { beta1, beta2, epsilon },
    "adamw" => Adamw { beta1, beta2, epsilon, weight_decay },
});
kinds!(Schedule {
    "constant" => Constant,
    "step" => Step { every, factor },
    "exponential" => Exponential { every, factor },
    "cosine" => Cosine { steps },
    "warm_up" => WarmUp { steps },
});
kinds!(Location {
    "field" => Field { path },
    "cell" => Cell { row, column },
    "row" => Row { row },
    "column" => Column { column },
    "file" => File,
});
kinds!(Rule {
    "number" => Number,
    "finite" => Finite,
    "positive" => Positive,
    "between" => Between { low, high },
    "at_least" => AtLeast { low, what },
    "at_most" => AtMost { high, what },
    "unique" => Unique,
    "not_empty" => NotEmpty,
    "known_class" => KnownClass,
    "length" => Length { expected, what },
    "ragged" => Ragged { expected },
    "header" => Header,
    "utf8" => Utf8,
    "classes_for_loss" => ClassesForLoss,
    "classes_for_softmax" => ClassesForSoftmax,
    "probabilities_for_loss" => ProbabilitiesForLoss,
    "malformed" => Malformed { message },
});

names!(Preset { "weights" => Weights, "award" => Award, "honours" => Honours, "layers" => Layers });
names!(Scaling { "raw" => Raw, "hundredth" => Hundredth, "standard" => Standard });
names!(Constraint { "free" => Free, "sum_to_one" => SumToOne });
names!(Output { "linear" => Linear, "sigmoid" => Sigmoid, "softmax" => Softmax });
names!(Activation {
    "identity" => Identity,
    "sigmoid" => Sigmoid,
    "tanh" => Tanh,
    "relu" => Relu,
    "leaky_relu" => LeakyRelu,
    "softplus" => Softplus,
    "gelu" => Gelu,
    "sine" => Sine,
});
names!(Role {
    "training" => Training, "held_out" => HeldOut, "unlabelled" => Unlabelled, "left_out" => LeftOut,
});
names!(Quantity {
    "students" => Students,
    "labelled_students" => LabelledStudents,
    "subjects" => Subjects,
    "classes" => Classes,
    "columns" => Columns,
    "layers" => Layers,
    "weights" => Weights,
    "biases" => Biases,
    "scores" => Scores,
    "multiplications" => Multiplications,
});

/// A number or the name of a class.
impl FromJs for Target {
    fn blank() -> Self {
        Self::Number(0.0)
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        *self = match value.as_f64() {
            Some(number) => Self::Number(number),
            None => {
                let mut class = String::new();
                class.read(value, path)?;
                Self::Class(class)
            }
        };
        Ok(())
    }
}

impl ToJs for Target {
    fn write(&self) -> JsValue {
        match self {
            Self::Number(number) => number.write(),
            Self::Class(name) => name.write(),
        }
    }
}

/// It may be among the fields of something larger.
impl FromJs for ScorePlane {
    fn blank() -> Self {
        Self { x: 0, y: 0, x_range: [0.0; 2], y_range: [0.0; 2], held: vec![] }
    }

    fn read(&mut self, value: &JsValue, path: Path) -> Result<(), JsValue> {
        let Self { x, y, x_range, y_range, held } = self;
        read_fields(
            value,
            path,
            &["x", "y", "xRange", "yRange", "held"],
            &mut [x, y, x_range, y_range, held],
        )?;
        Ok(())
    }
}
