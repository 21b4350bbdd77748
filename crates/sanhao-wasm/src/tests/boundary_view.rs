//! What `paintBoundary` paints into a canvas.

use sanhao::Preset;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{js, session, thrown};

pub(super) fn canvas(width: u32, height: u32) -> CanvasRenderingContext2d {
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas: HtmlCanvasElement = document.create_element("canvas").unwrap().dyn_into().unwrap();
    canvas.set_width(width);
    canvas.set_height(height);
    canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap()
}

/// The view of subjects 0 and 1 from 60 to 100, with class 0 red and class 1 blue on white.
pub(super) fn view(levels: f64) -> JsValue {
    js(&serde_json::json!({
        "x": 0, "y": 1, "xRange": [60, 100], "yRange": [60, 100], "held": [90, 90, 90],
        "range": [60, 100], "levels": levels,
        "palette": {
            "paper": [255, 255, 255], "line": [0, 0, 0], "low": [255, 0, 0], "high": [0, 0, 255],
            "classes": [[255, 0, 0], [0, 0, 255], [0, 255, 0]],
        },
    }))
}

fn pixel(context: &CanvasRenderingContext2d, x: f64, y: f64) -> [u8; 4] {
    context.get_image_data(x, y, 1.0, 1.0).unwrap().data().0[..4].try_into().unwrap()
}

#[wasm_bindgen_test]
fn the_boundary_is_painted_in_the_colours_of_the_classes() {
    let mut session = session(&Preset::Award.experiment());
    session.step(1000);
    let context = canvas(50, 40);
    session.paint_boundary(&context, view(5.0)).unwrap();
    let [weak, strong] = [pixel(&context, 1.0, 38.0), pixel(&context, 48.0, 1.0)];
    assert!(weak[0] == 255 && weak[2] < 255, "the weak corner has the colour of class 0: {weak:?}");
    assert!(strong[2] == 255 && strong[0] < 255, "the strong corner has the colour of class 1: {strong:?}");
    assert_eq!((weak[3], strong[3]), (255, 255));
    let dark = (0..50).filter(|&x| pixel(&context, f64::from(x), 1.0)[..3].iter().all(|&c| c < 150)).count();
    assert!((1..=3).contains(&dark), "one line between the classes: {dark}");
}

#[wasm_bindgen_test]
fn a_total_is_painted_from_low_to_high_with_level_lines() {
    let mut session = session(&Preset::Weights.experiment());
    session.step(5000);
    let context = canvas(40, 40);
    session.paint_boundary(&context, view(5.0)).unwrap();
    let [low, high] = [pixel(&context, 1.0, 38.0), pixel(&context, 38.0, 1.0)];
    assert!(low[0] == 255 && low[2] < 255 && high[2] == 255 && high[0] < 255, "{low:?} {high:?}");
    assert!(session.paint_boundary(&canvas(1, 1), view(5.0)).is_ok(), "a picture of one pixel");
    assert!(session.paint_boundary(&context, view(0.0)).is_ok(), "levels of no distance");
    assert_eq!(pixel(&context, 0.0, 0.0)[3], 255);
    assert!(!thrown(session.paint_boundary(&context, JsValue::NULL)).0.is_empty());
}
