/** The trained model in the Open Neural Network Exchange format: raw scores in, predictions and the class out. */
import { PbfWriter } from "pbf";
import type { Activation, LayerNumbers } from "../../engine/engine";
import type { Facts } from "../facts";
import { type AttributeProto, type NodeProto, type TensorProto, type ValueInfoProto, writeModelProto } from "./onnx";

/** Versions that every runtime of the last years reads. */
const IR_VERSION = 8;
const OPSET = 13;

const FLOAT = 1;
const INT64 = 7;
const DOUBLE = 11;

export function onnxModel(facts: Facts): Uint8Array {
  const graph = new Graph();
  const { experiment, frame, trained } = facts;
  const { table, model } = experiment;
  let value = scaled(graph, facts);
  trained.forEach((layer, index) => {
    const weights = weightsOf(graph, facts, layer, index);
    const inputs = [value, weights];
    if (model.bias) inputs.push(graph.floats(`biases_${index}`, [layer.units], layer.biases));
    value = graph.node("Gemm", inputs, [integer("transB", 1)]);
    const activation = model.hidden[index]?.activation;
    if (activation !== undefined) value = activated(graph, activation, value);
  });
  if (model.output === "sigmoid") value = graph.node("Sigmoid", [value]);
  if (model.output === "softmax") value = graph.node("Softmax", [value], [integer("axis", -1)]);
  graph.node("Identity", [value], [], "predictions");
  const outputs = [described("predictions", FLOAT, frame.outputs)];
  if (table.classes.length > 0) {
    if (frame.outputs === 1) {
      const flat = graph.node("Flatten", [value], [integer("axis", 1)]);
      const yes = graph.node("GreaterOrEqual", [flat, graph.floats("half", [], [0.5])]);
      const number = graph.node("Cast", [yes], [integer("to", INT64)]);
      graph.node("Squeeze", [number, graph.integers("last_axis", [1])], [], "class");
    } else graph.node("ArgMax", [value], [integer("axis", 1), integer("keepdims", 0)], "class");
    outputs.push(described("class", INT64));
  }
  const pbf = new PbfWriter();
  const names: Record<string, unknown> = { subjects: table.subjects, target: table.target };
  if (table.classes.length > 0) names.classes = table.classes;
  writeModelProto(
    {
      ir_version: IR_VERSION,
      producer_name: "sanhao",
      opset_import: [{ domain: "", version: OPSET }],
      graph: {
        name: "model",
        node: graph.nodes,
        initializer: graph.tensors,
        input: [described("scores", DOUBLE, table.subjects.length)],
        output: outputs,
      },
      metadata_props: Object.entries(names).map(([key, value]) => ({ key, value: JSON.stringify(value) })),
    },
    pbf,
  );
  return pbf.finish();
}

/** As the core: a score is scaled in 64 bits and rounded to 32. */
function scaled(graph: Graph, { experiment, shifts, scales }: Facts): string {
  let scores = "scores";
  if (shifts.some((shift) => shift !== 0)) {
    scores = graph.node("Sub", [scores, graph.doubles("shifts", shifts)]);
  }
  if (experiment.scaling !== "raw") scores = graph.node("Div", [scores, graph.doubles("scales", scales)]);
  return graph.node("Cast", [scores], [integer("to", FLOAT)]);
}

/** The weights that a layer multiplies by, units × inputs: under the constraint, the softmax of the free parameters. */
function weightsOf(graph: Graph, { experiment, scales }: Facts, layer: LayerNumbers, index: number): string {
  const weights = graph.floats(`weights_${index}`, [layer.units, layer.inputs], layer.weights);
  if (index > 0 || experiment.model.weights === "free") return weights;
  const shares = graph.node("Softmax", [weights], [integer("axis", 1)]);
  return graph.node("Mul", [shares, graph.floats("scales_of_weights", [scales.length], scales)]);
}

function activated(graph: Graph, activation: Activation, z: string): string {
  switch (activation) {
    case "identity":
      return z;
    case "sigmoid":
      return graph.node("Sigmoid", [z]);
    case "tanh":
      return graph.node("Tanh", [z]);
    case "relu":
      return graph.node("Relu", [z]);
    case "leaky_relu":
      return graph.node("LeakyRelu", [z], [real("alpha", 0.01)]);
    case "softplus":
      return graph.node("Softplus", [z]);
    case "sine":
      return graph.node("Sin", [z]);
    case "gelu": {
      // The operator of this name is younger than opset 13: z / 2 · (1 + erf(z / √2)).
      const error = graph.node("Erf", [graph.node("Div", [z, graph.floats("root_of_two", [], [Math.SQRT2])])]);
      const twice = graph.node("Add", [error, graph.floats("one", [], [1])]);
      return graph.node("Mul", [graph.node("Div", [z, graph.floats("two", [], [2])]), twice]);
    }
  }
}

/** Nodes and constants; each node's output is named after it and has a number. */
class Graph {
  readonly nodes: NodeProto[] = [];
  readonly tensors: TensorProto[] = [];

  node(operator: string, input: readonly string[], attribute: readonly AttributeProto[] = [], name?: string): string {
    const output = name ?? `${operator.toLowerCase()}_${this.nodes.length}`;
    this.nodes.push({ op_type: operator, name: output, input, output: [output], attribute });
    return output;
  }

  floats(name: string, dims: readonly number[], numbers: ArrayLike<number>): string {
    return this.#tensor({ name, dims, data_type: FLOAT, float_data: numbers });
  }

  doubles(name: string, numbers: ArrayLike<number>): string {
    return this.#tensor({ name, dims: [numbers.length], data_type: DOUBLE, double_data: numbers });
  }

  integers(name: string, numbers: ArrayLike<number>): string {
    return this.#tensor({ name, dims: [numbers.length], data_type: INT64, int64_data: numbers });
  }

  /** A constant that several layers use is there once. */
  #tensor(tensor: TensorProto): string {
    if (this.tensors.every(({ name }) => name !== tensor.name)) this.tensors.push(tensor);
    return tensor.name;
  }
}

function integer(name: string, i: number): AttributeProto {
  return { name, type: 2, i };
}

function real(name: string, f: number): AttributeProto {
  return { name, type: 1, f };
}

/** An input or output with a row for each student. */
function described(name: string, type: number, columns?: number): ValueInfoProto {
  const dim = [{ dim_param: "students" }, ...(columns === undefined ? [] : [{ dim_value: columns }])];
  return { name, type: { tensor_type: { elem_type: type, shape: { dim } } } };
}
