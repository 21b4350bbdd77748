//! One running experiment.

use js_sys::{Float32Array, Float64Array, Uint8Array, Uint32Array};
use sanhao::insight::boundary_image::Pixel;
use sanhao::insight::diagnosis;
use sanhao::{
    Evaluation, Experiment, Layer, PerSampleSteps, PredictionGrid, Preset, ScorePlane, Timeline, UpdateInput,
};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::CanvasRenderingContext2d;

use crate::boundary_view::BoundaryView;
use crate::experiment;
use crate::values::{from_js, thrown, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../session.d.ts");

/// The experiment of one of the four cases.
#[wasm_bindgen(js_name = presetExperiment, unchecked_return_type = "Experiment")]
pub fn preset_experiment(
    #[wasm_bindgen(unchecked_param_type = "Preset")] preset: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&from_js::<Preset>(preset)?.experiment())
}

/// A layer's shape; `session.d.ts` has it for TypeScript.
#[derive(Serialize)]
struct LayerShape {
    inputs: usize,
    units: usize,
    bias: bool,
}

/// The core's [`UpdateInput`] with JavaScript's own arrays; `session.d.ts` has it for TypeScript.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UpdateInputArrays {
    updates: f64,
    learning_rate: f64,
    loss_limit: f64,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    students: Uint32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    parameters: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    first: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    second: Float32Array,
}

/// One running experiment. About three calls a frame: `step`, `refresh` with the views of its numbers, `paintBoundary`.
///
/// `summary`, `parameters`, `predictions`, `errors`, `classes`, `probabilities` and `history` are views into this module's
/// memory as `refresh` left it, `trace`, `perSampleSteps` and `predictionGrid` as they are asked for. They are valid
/// until the next call into the module and must be taken anew after it.
#[wasm_bindgen]
pub struct Session {
    timeline: Timeline,
    grid: PredictionGrid,
    pixels: Vec<Pixel>,
    summary: [f64; 12],
    history: Vec<f64>,
    steps: PerSampleSteps,
}

#[wasm_bindgen]
impl Session {
    /// Checks an experiment and begins a run of it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Experiment")] experiment: JsValue,
    ) -> Result<Session, JsValue> {
        let mut session = Session {
            timeline: Timeline::new(experiment::checked(experiment)?),
            grid: PredictionGrid::default(),
            pixels: vec![],
            summary: [f64::NAN; 12],
            history: vec![],
            steps: PerSampleSteps::default(),
        };
        session.refresh();
        Ok(session)
    }

    /// The experiment as the core took it: of the present version, with every field.
    #[wasm_bindgen(unchecked_return_type = "Experiment")]
    pub fn experiment(&self) -> Result<JsValue, JsValue> {
        to_js::<Experiment>(self.timeline.trainer().experiment())
    }

    /// Does so many updates, one batch each; returns how many were done: fewer only when training diverges.
    pub fn step(&mut self, updates: u32) -> u32 {
        self.timeline.step(u64::from(updates)) as u32
    }

    /// Returns to the run as it was after so many updates, bit for bit, or to the nearest update that can be reached.
    pub fn seek(&mut self, updates: f64) {
        self.timeline.seek(updates as u64);
    }

    /// The update after which the mean training loss was the lowest of those that the history keeps.
    pub fn best(&self) -> f64 {
        self.timeline.best() as f64
    }

    /// What the next update starts from: the caller's own copy, for an `Analysis` to explain.
    #[wasm_bindgen(js_name = updateInput, unchecked_return_type = "UpdateInput")]
    pub fn update_input(&self) -> Result<JsValue, JsValue> {
        let UpdateInput { updates, learning_rate, loss_limit, students, parameters, first, second } =
            self.timeline.trainer().update_input();
        let students: Vec<u32> = students.into_iter().map(|student| student as u32).collect();
        to_js(&UpdateInputArrays {
            updates: updates as f64,
            learning_rate,
            loss_limit,
            students: Uint32Array::from(&*students),
            parameters: Float32Array::from(&*parameters),
            first: Float32Array::from(&*first),
            second: Float32Array::from(&*second),
        })
    }

    /// Starts again from the initial parameters, at the present learning rate. The past is removed.
    pub fn reset(&mut self) {
        self.timeline.reset();
    }

    /// Changes the learning rate and nothing else.
    #[wasm_bindgen(js_name = setLearningRate)]
    pub fn set_learning_rate(&mut self, rate: f64) -> Result<(), JsValue> {
        self.timeline.set_learning_rate(rate).map_err(thrown)
    }

    /// Sets every parameter, in the order and units of `parameters`; training goes on from there. Under sum-to-one the first
    /// layer's weights must be positive, and are scaled to a sum of one.
    #[wasm_bindgen(js_name = setParameters)]
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), JsValue> {
        self.timeline.set_parameters(parameters).map_err(thrown)
    }

    /// Sets one parameter. A weight under sum-to-one takes the difference from the unit's other weights, in proportion.
    #[wasm_bindgen(js_name = setParameter)]
    pub fn set_parameter(&mut self, index: u32, value: f64) -> Result<(), JsValue> {
        self.timeline.set_parameter(index as usize, value).map_err(thrown)
    }

    /// The network's layers, the output's last.
    #[wasm_bindgen(unchecked_return_type = "LayerShape[]")]
    pub fn layers(&self) -> Result<JsValue, JsValue> {
        let shape = |layer: &Layer| LayerShape {
            inputs: layer.inputs,
            units: layer.units,
            bias: !layer.biases.is_empty(),
        };
        to_js(&self.timeline.trainer().layers().iter().map(shape).collect::<Vec<_>>())
    }

    /// Each student's role in the run, in the table's order.
    #[wasm_bindgen(unchecked_return_type = "Role[]")]
    pub fn roles(&self) -> Result<JsValue, JsValue> {
        to_js(self.timeline.trainer().roles())
    }

    /// Predicts every student with the present parameters and computes losses and accuracies, which the views then show.
    pub fn refresh(&mut self) {
        self.timeline.evaluate();
        let trainer = self.timeline.trainer();
        let evaluation = trainer.evaluation();
        let number = |value: Option<f64>| value.unwrap_or(f64::NAN);
        self.summary = [
            f64::from(u8::from(trainer.has_diverged())),
            trainer.updates() as f64,
            trainer.epoch() as f64,
            number(evaluation.loss()),
            number(evaluation.held_out_loss()),
            trainer.learning_rate(),
            number(evaluation.threshold()),
            number(evaluation.accuracy()),
            number(evaluation.held_out_accuracy()),
            trainer.base_learning_rate(),
            self.timeline.beginning() as f64,
            self.timeline.furthest() as f64,
        ];
        self.history.clear();
        for point in trainer.history().points() {
            self.history.extend([point.epoch as f64, point.training, number(point.held_out)]);
        }
    }

    /// Whether the run has diverged (1, else 0), updates, epochs, loss, held-out loss, learning rate of
    /// the next update, threshold, accuracy, held-out accuracy, learning rate before the schedule, the first and the last
    /// update that can be reached. NaN for a number that is not defined.
    pub fn summary(&self) -> Float64Array {
        // SAFETY: as for all views here: the memory belongs to this session, whose owner reads the view before the
        // next call into the module, and only such a call can free the memory or move it.
        unsafe { Float64Array::view(&self.summary) }
    }

    /// What the run is doing, at the numbers that `refresh` left. It may take some milliseconds.
    #[wasm_bindgen(unchecked_return_type = "Diagnosis")]
    pub fn diagnosis(&self) -> Result<JsValue, JsValue> {
        to_js(&diagnosis::of(self.timeline.trainer()))
    }

    fn evaluation(&self) -> &Evaluation {
        self.timeline.trainer().evaluation()
    }

    /// The parameters as a learner reads them, the first layer's in raw score units: layer by layer the weights,
    /// units × inputs, then the biases.
    pub fn parameters(&self) -> Float32Array {
        // SAFETY: see `summary`.
        unsafe { Float32Array::view(self.evaluation().parameters()) }
    }

    /// students × outputs, in the table's order; NaN for a student without a prediction, as one with a missing score is.
    pub fn predictions(&self) -> Float32Array {
        // SAFETY: see `summary`.
        unsafe { Float32Array::view(self.evaluation().predictions().to_slice().unwrap_or_default()) }
    }

    /// Prediction − target of each student where targets are numbers, NaN where either is missing; empty where targets are
    /// classes.
    pub fn errors(&self) -> Float32Array {
        // SAFETY: see `summary`.
        unsafe { Float32Array::view(self.evaluation().errors()) }
    }

    /// The predicted class of each student, in the table's order, 0 without a prediction; empty where targets are numbers.
    pub fn classes(&self) -> Uint8Array {
        // SAFETY: see `summary`.
        unsafe { Uint8Array::view(self.evaluation().classes()) }
    }

    /// The probability that each student's predicted class is given, NaN without a prediction; empty where the outputs
    /// are no probabilities.
    pub fn probabilities(&self) -> Float32Array {
        // SAFETY: see `summary`.
        unsafe { Float32Array::view(self.evaluation().probabilities()) }
    }

    /// Rows of epoch, training loss, held-out loss (NaN without held-out students).
    pub fn history(&self) -> Float64Array {
        // SAFETY: see `summary`.
        unsafe { Float64Array::view(&self.history) }
    }

    /// The parameters as a learner reads them at each of the history's rows; empty for networks of more than 64.
    pub fn trace(&self) -> Float32Array {
        // SAFETY: see `summary`.
        unsafe {
            Float32Array::view(self.timeline.trainer().history().trace().to_slice().unwrap_or_default())
        }
    }

    /// The per-sample steps of `count` students from row `first` on: what one update of plain gradient descent on each
    /// student's own loss would add to each raw weight, per unit of the learning rate. Students × outputs × subjects in a
    /// network of one layer; with hidden layers students × outputs, the step of each output's weighted sum. 0 for a student
    /// without a target or with a missing score.
    #[wasm_bindgen(js_name = perSampleSteps)]
    pub fn per_sample_steps(&mut self, first: u32, count: u32) -> Float32Array {
        self.steps.compute(self.timeline.trainer().view(), first as usize, count as usize);
        // SAFETY: see `summary`.
        unsafe { Float32Array::view(self.steps.values().to_slice().unwrap_or_default()) }
    }

    /// Predictions for students with any scores, at columns × rows points of a plane from edge to edge: rows × columns ×
    /// outputs, the top row first. Empty where the plane does not fit the table.
    #[wasm_bindgen(js_name = predictionGrid)]
    pub fn prediction_grid(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ScorePlane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Float32Array, JsValue> {
        let plane: ScorePlane = from_js(plane)?;
        self.grid.fill(self.timeline.trainer().view(), &plane, columns as usize, rows as usize);
        // SAFETY: see `summary`.
        Ok(unsafe { Float32Array::view(self.grid.values().to_slice().unwrap_or_default()) })
    }

    /// Paints a canvas with the predictions for students with any scores on a plane of two subjects.
    #[wasm_bindgen(js_name = paintBoundary)]
    pub fn paint_boundary(
        &mut self,
        context: &CanvasRenderingContext2d,
        #[wasm_bindgen(unchecked_param_type = "BoundaryView")] view: JsValue,
    ) -> Result<(), JsValue> {
        from_js::<BoundaryView>(view)?.paint(
            self.timeline.trainer().view(),
            &mut self.grid,
            &mut self.pixels,
            context,
        )
    }
}
