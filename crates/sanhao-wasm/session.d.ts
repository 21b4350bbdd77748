/** A layer's shape; the output's is the last. */
export interface LayerShape {
    inputs: number;
    units: number;
    bias: boolean;
}

/** A student's part in a run. One with a missing score is `incomplete`: neither trained on nor predicted. */
export type Role = "training" | "held_out" | "unlabelled" | "left_out" | "incomplete";

/** Everything that the next update depends on beside the experiment. */
export interface UpdateInput {
    /** Updates done before. */
    updates: number;
    /** Of the next update, after the schedule. */
    learningRate: number;
    /** The mean loss of a batch from which on the run has diverged. */
    lossLimit: number;
    /** The rows that the next update looks at, in its order. */
    students: Uint32Array;
    /** As trained: for scaled features, under a constraint the free ones; layer by layer weights before biases. */
    parameters: Float32Array;
    /** What the optimiser remembers of gradients a parameter: momentum's decaying sum, Adam's decaying mean; empty where that is nothing. */
    first: Float32Array;
    /** What it remembers of squared gradients a parameter; empty where that is nothing. */
    second: Float32Array;
}

/** Red, green and blue, 0 to 255 each. */
export type Rgb = [number, number, number];

/** The picture that `paintBoundary` is to paint. */
export interface BoundaryView extends ScorePlane {
    /** For number targets, the colour scale like an axis: values at full `low` and full `high`, and the distance between level lines. */
    range: [number, number];
    levels: number;
    /** One colour a class, however sure, and one between two levels; without it the colours say how sure and how much. */
    flat?: boolean;
    /** The width of lines, in pixels of the canvas; 1 by default. */
    lineWidth?: number;
    palette: { paper: Rgb; line: Rgb; low: Rgb; high: Rgb; classes: Rgb[] };
}
