/** The types of what is written of the official schema, whose encoder `onnx.js` is. */
import type { PbfWriter } from "pbf";

export interface AttributeProto {
  readonly name: string;
  readonly type: number;
  readonly i?: number;
  readonly f?: number;
}

export interface NodeProto {
  readonly op_type: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data_type: number;
  readonly float_data?: ArrayLike<number>;
  readonly double_data?: ArrayLike<number>;
  readonly int64_data?: ArrayLike<number>;
}

export interface ValueInfoProto {
  readonly name: string;
  readonly type: {
    readonly tensor_type: {
      readonly elem_type: number;
      readonly shape: { readonly dim: readonly { readonly dim_param?: string; readonly dim_value?: number }[] };
    };
  };
}

export interface ModelProto {
  readonly ir_version: number;
  readonly producer_name: string;
  readonly opset_import: readonly { readonly domain: string; readonly version: number }[];
  readonly graph: {
    readonly name: string;
    readonly node: readonly NodeProto[];
    readonly initializer: readonly TensorProto[];
    readonly input: readonly ValueInfoProto[];
    readonly output: readonly ValueInfoProto[];
  };
  readonly metadata_props: readonly { readonly key: string; readonly value: string }[];
}

export function writeModelProto(model: ModelProto, pbf: PbfWriter): void;
