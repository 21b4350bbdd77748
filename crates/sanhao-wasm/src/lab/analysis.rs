//! Analyses of an experiment at given parameters.

use sanhao::insight::{edit_pull, explain, least_squares, metrics, neurons, stability, surface};
use sanhao::{ScorePlane, UpdateInput};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::explanation::ExplanationArrays;
use super::grid_search::GridSearch;
use crate::experiment;
use crate::values::{from_js, thrown, to_js};

/// An experiment and the parameters under study. Results are copies that belong to the caller, not views.
#[wasm_bindgen]
pub struct Analysis(sanhao::Analysis);

#[wasm_bindgen]
impl Analysis {
    /// Checks an experiment; all parameters are 0.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Experiment")] experiment: JsValue,
    ) -> Result<Analysis, JsValue> {
        Ok(Analysis(sanhao::Analysis::new(experiment::checked(experiment)?)))
    }

    /// Sets the parameters under study, in the order of a session's `parameters`.
    #[wasm_bindgen(js_name = setParameters)]
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), JsValue> {
        self.0.set_parameters(parameters).map_err(thrown)
    }

    /// The metrics of the training students and of those held out.
    #[wasm_bindgen(unchecked_return_type = "{ training: Metrics | null; heldOut: Metrics | null }")]
    pub fn metrics(&self) -> Result<JsValue, JsValue> {
        to_js(&metrics::of(self.0.view()))
    }

    /// What the students tell of a linear model's parameters; null where there is no closed form.
    #[wasm_bindgen(unchecked_return_type = "Solution | null")]
    pub fn solve(&self) -> Result<JsValue, JsValue> {
        to_js(&least_squares::solve(&self.0))
    }

    /// The largest stable learning rate at the parameters shown; `squares`: what the optimiser remembers after so many
    /// updates, as an update input's `second`.
    #[wasm_bindgen(unchecked_return_type = "Stability")]
    pub fn stability(&self, updates: f64, squares: &[f32]) -> Result<JsValue, JsValue> {
        to_js(&stability::largest_learning_rate(&self.0, squares, updates as u64))
    }

    /// One update of a run of this experiment with every number on the way, from the fields of a session's update
    /// input; null where that update leads out of the numbers worth computing with.
    #[wasm_bindgen(unchecked_return_type = "Explanation | null")]
    #[allow(
        clippy::too_many_arguments,
        reason = "the arrays of an update input cross as they are, without an object around them"
    )]
    pub fn explain(
        &self,
        updates: f64,
        learning_rate: f64,
        loss_limit: f64,
        students: &[u32],
        parameters: &[f32],
        first: &[f32],
        second: &[f32],
    ) -> Result<JsValue, JsValue> {
        let update_input = UpdateInput {
            updates: updates as u64,
            learning_rate,
            loss_limit,
            students: students.iter().map(|&student| student as usize).collect(),
            parameters: parameters.to_vec(),
            first: first.to_vec(),
            second: second.to_vec(),
        };
        to_js(&explain::update(&self.0, &update_input).map_err(thrown)?.map(ExplanationArrays::from))
    }

    /// A search over every weight in so many steps from 0 to 1; undefined where weights are not all there is.
    pub fn search(&self, resolution: u32) -> Result<Option<GridSearch>, JsValue> {
        Ok(sanhao::GridSearch::new(&self.0, resolution).map_err(thrown)?.map(GridSearch))
    }

    /// The mean training loss with other parameters; the weights as they are, whatever the constraint.
    #[wasm_bindgen(js_name = lossAt)]
    pub fn loss_at(&self, parameters: &[f32]) -> Result<f64, JsValue> {
        surface::loss_at(&self.0, parameters).map_err(thrown)
    }

    /// The mean training loss over a plane of parameters: rows × columns from edge to edge, the top row first.
    pub fn surface(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ParameterPlane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Vec<f32>, JsValue> {
        let losses = surface::losses(&self.0, &from_js(plane)?, columns as usize, rows as usize);
        Ok(losses.map_err(thrown)?.into_raw_vec_and_offset().0)
    }

    /// Every hidden neuron's activation and then the outputs over a plane of scores, each rows × columns from edge to edge
    /// with the top row first; empty where the plane does not fit the table.
    pub fn neurons(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ScorePlane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Vec<f32>, JsValue> {
        let plane: ScorePlane = from_js(plane)?;
        let responses = neurons::responses(self.0.view(), &plane, columns as usize, rows as usize);
        Ok(responses.into_raw_vec_and_offset().0)
    }
}

/// An activation function at `count` sums evenly spaced from edge to edge: the values, then as many slopes.
#[wasm_bindgen(js_name = activationCurve)]
pub fn activation_curve(
    #[wasm_bindgen(unchecked_param_type = "Activation")] activation: JsValue,
    from: f32,
    to: f32,
    count: u32,
) -> Result<Vec<f32>, JsValue> {
    Ok(neurons::activation_curve(from_js(activation)?, [from, to], count as usize).concat())
}

/// How an edit of the student in one row changes that student's pull on the weights, at the parameters of a session: outputs ×
/// subjects, with hidden layers outputs. `before` and `after` are the experiment without and with the edit.
#[wasm_bindgen(js_name = editPull)]
pub fn edit_pull(
    #[wasm_bindgen(unchecked_param_type = "Experiment")] before: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Experiment")] after: JsValue,
    parameters: &[f32],
    row: u32,
) -> Result<Vec<f32>, JsValue> {
    let at = |experiment| {
        let mut analysis = Analysis::new(experiment)?;
        analysis.set_parameters(parameters)?;
        Ok::<_, JsValue>(analysis.0)
    };
    Ok(edit_pull::change(&at(before)?, &at(after)?, row as usize))
}
