//! The decision boundary on a canvas.

use sanhao::insight::boundary_image::{BoundaryImage, Palette, Pixel};
use sanhao::{ModelView, PredictionGrid, ScorePlane};
use serde::Deserialize;
use wasm_bindgen::{Clamped, JsValue};
use web_sys::{CanvasRenderingContext2d, ImageData};

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
    #[serde(default = "one")]
    line_width: f32,
    palette: Palette,
}

fn one() -> f32 {
    1.0
}

/// Multiplications that the predictions of a picture may cost: a few milliseconds of a frame.
const BUDGET: u64 = 16_000_000;

/// What a prediction costs beside the products of its parameters, in multiplications.
const OVERHEAD: u64 = 20;

impl BoundaryView {
    pub(crate) fn paint(
        self,
        model: ModelView<'_>,
        grid: &mut PredictionGrid,
        pixels: &mut Vec<Pixel>,
        context: &CanvasRenderingContext2d,
    ) -> Result<(), JsValue> {
        let Some(canvas) = context.canvas() else { return Ok(()) };
        let (width, height) = (canvas.width() as usize, canvas.height() as usize);
        let Self { x, y, mut x_range, mut y_range, held, range, levels, flat, line_width, palette } = self;
        let spacing = spacing(width * height, model.parameters());
        if spacing == 1 {
            // A prediction for the centre of every pixel.
            x_range = between_centres(x_range, width);
            y_range = between_centres(y_range, height);
        }
        let plane = ScorePlane { x, y, x_range, y_range, held };
        grid.fill(model, &plane, width / spacing, height / spacing);
        let classes = !model.experiment().table.classes.is_empty();
        BoundaryImage { range, levels, flat, line_width, palette }.draw(
            grid,
            classes,
            [width, height],
            pixels,
        );
        if pixels.is_empty() {
            return Ok(());
        }
        ImageData::new_with_u8_clamped_array(Clamped(pixels.as_flattened()), width as u32)
            .and_then(|image| context.put_image_data(&image, 0.0, 0.0))
    }
}

/// The range from the centre of the first of `count` pixels to that of the last.
fn between_centres([from, to]: [f64; 2], count: usize) -> [f64; 2] {
    let half = (to - from) / (2.0 * count as f64);
    [from + half, to - half]
}

/// The least power of two that keeps pixels / spacing² predictions within the budget; what lies between is interpolated.
pub(crate) fn spacing(pixels: usize, parameters: usize) -> usize {
    let mut spacing = 1;
    // In 64 bits: in a browser `usize` has 32.
    while (pixels / (spacing * spacing)) as u64 * (parameters as u64 + OVERHEAD) > BUDGET {
        spacing *= 2;
    }
    spacing
}
