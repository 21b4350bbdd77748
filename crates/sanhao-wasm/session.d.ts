/** A layer's shape; the output's is the last. */
export interface LayerShape {
    inputs: number;
    units: number;
    bias: boolean;
}

/** A student's part in a run. */
export type Role = "training" | "held_out" | "unlabelled" | "left_out";

/** Red, green and blue, 0 to 255 each. */
export type Rgb = [number, number, number];

/** The picture that `paintBoundary` is to paint. */
export interface BoundaryView extends Plane {
    /** For number targets, the colour scale like an axis: values at full `low` and full `high`, and the distance between level lines. */
    range: [number, number];
    levels: number;
    /** One colour a class, however sure, and one between two levels; without it the colours say how sure and how much. */
    flat?: boolean;
    palette: { paper: Rgb; line: Rgb; low: Rgb; high: Rgb; classes: Rgb[] };
}
