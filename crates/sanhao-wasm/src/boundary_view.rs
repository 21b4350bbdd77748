//! Pixels of the decision boundary: colours for a grid of predictions.

use sanhao::{ModelView, PredictionGrid, ScorePlane, confidence};
use serde::Deserialize;
use wasm_bindgen::{Clamped, JsValue};
use web_sys::{CanvasRenderingContext2d, ImageData};

type Rgb = [u8; 3];

/// The picture that is wanted; `session.d.ts` has it for TypeScript.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BoundaryView {
    x: usize,
    y: usize,
    x_range: [f64; 2],
    y_range: [f64; 2],
    held: Vec<f64>,
    range: [f64; 2],
    levels: f64,
    #[serde(default)]
    flat: bool,
    palette: Palette,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    paper: Rgb,
    line: Rgb,
    low: Rgb,
    high: Rgb,
    classes: Vec<Rgb>,
}

/// Multiplications that a picture may cost: a few milliseconds of a frame.
const BUDGET: u64 = 16_000_000;

/// The part of a class's colour at the least and at the full confidence.
const FAINT: f32 = 0.12;
const FULL: f32 = 0.6;

/// The part of the line's colour in a line between classes and in one between levels of a total.
const BOUNDARY: f32 = 0.75;
const LEVEL: f32 = 0.22;

impl BoundaryView {
    pub(crate) fn paint(
        mut self,
        model: ModelView<'_>,
        grid: &mut PredictionGrid,
        pixels: &mut Vec<u8>,
        context: &CanvasRenderingContext2d,
    ) -> Result<(), JsValue> {
        let Some(canvas) = context.canvas() else { return Ok(()) };
        let (width, height) = (canvas.width() as usize, canvas.height() as usize);
        let spacing = spacing(width * height, model.parameters());
        let plane = ScorePlane {
            x: self.x,
            y: self.y,
            x_range: self.x_range,
            y_range: self.y_range,
            held: std::mem::take(&mut self.held),
        };
        grid.fill(model, &plane, width / spacing, height / spacing);
        if grid.is_empty() {
            return Ok(());
        }
        self.fill(grid, [width, height], !model.experiment().table.classes.is_empty(), pixels);
        ImageData::new_with_u8_clamped_array(Clamped(pixels), width as u32)
            .and_then(|image| context.put_image_data(&image, 0.0, 0.0))
    }

    /// Writes every pixel, with a line where the regions of neighbours are parted.
    fn fill(&self, grid: &PredictionGrid, [width, height]: [usize; 2], classes: bool, pixels: &mut Vec<u8>) {
        // Levels that are closer than the pixels would be nothing but lines.
        let (strength, parted) = if classes { (BOUNDARY, 1..=u64::MAX) } else { (LEVEL, 1..=1) };
        let mut predictions = vec![0.0; grid.outputs()];
        let mut above: Vec<Option<Region>> = vec![None; width];
        pixels.clear();
        for row in 0..height {
            let mut left = None;
            for (column, above) in above.iter_mut().enumerate() {
                let place = |i: usize, count: usize| (i as f64 + 0.5) / count as f64;
                grid.interpolate(place(column, width), place(row, height), &mut predictions);
                let (colour, region) =
                    if classes { self.certainty(&predictions) } else { self.level(predictions[0]) };
                let line = [left, *above]
                    .into_iter()
                    .flatten()
                    .any(|beside| parted.contains(&region.abs_diff(beside)));
                let [r, g, b] = if line { mix(colour, self.palette.line, strength) } else { colour };
                pixels.extend([r, g, b, 255]);
                left = Some(region);
                *above = left;
            }
        }
    }

    /// A class's colour, the fuller the surer unless it is flat; the region is the class.
    fn certainty(&self, predictions: &[f32]) -> (Rgb, Region) {
        let (class, confidence) = confidence(predictions);
        let sure = if self.flat { 1.0 } else { confidence };
        let full = self.palette.classes.get(class).copied().unwrap_or(self.palette.line);
        (mix(self.palette.paper, full, FAINT + (FULL - FAINT) * sure), class as Region)
    }

    /// The colour of a number on the scale from low through paper to high; the regions lie between the level lines. Flat, a
    /// region has the colour of its middle.
    fn level(&self, prediction: f32) -> (Rgb, Region) {
        let [low, high] = self.range.map(|end| end as f32);
        let levels = self.levels as f32;
        let region = floor(prediction / levels);
        let shown =
            if self.flat && prediction.is_finite() { (region as f32 + 0.5) * levels } else { prediction };
        let place = ((shown - low) / (high - low) * 2.0 - 1.0).clamp(-1.0, 1.0);
        let end = if place < 0.0 { self.palette.low } else { self.palette.high };
        // A cast of what is too large or no number saturates.
        (mix(self.palette.paper, end, FULL * place.abs()), region)
    }
}

/// The least power of two that keeps pixels / spacing² predictions within the budget; what lies between is interpolated.
pub(crate) fn spacing(pixels: usize, parameters: usize) -> usize {
    let mut spacing = 1;
    // In 64 bits: in a browser `usize` has 32.
    while (pixels / (spacing * spacing)) as u64 * parameters as u64 > BUDGET {
        spacing *= 2;
    }
    spacing
}

/// What a line separates: a class, or the space between two levels.
type Region = i64;

/// The largest whole number that is not above a number.
fn floor(number: f32) -> Region {
    let whole = number as Region;
    whole - Region::from(whole as f32 > number)
}

/// A colour on the way from `a` to `b`; a part that is no number stays at `a`.
fn mix(a: Rgb, b: Rgb, part: f32) -> Rgb {
    let part = if part.is_nan() { 0.0 } else { part };
    std::array::from_fn(|i| (f32::from(a[i]) + (f32::from(b[i]) - f32::from(a[i])) * part + 0.5) as u8)
}
