"""The network as two ONNX graphs: strips of letters become steps, lines of steps become signs.

The whole numbers of the language file stay what they are; only what flows through is rounded on the way
(``DynamicQuantizeLSTM`` of onnxruntime).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from search.quick.traineddata import Layer, Network, UnknownNetwork

SHAPE = "Series(Input,Series(Convolve,Tanh),Maxpool,XYTranspose(SummLSTM),LSTM,RTLReversed(LSTM),LSTM,Softmax)"
HEIGHT, POOL = 36, 3
ORDER = (1, 3, 2, 0)
"""The file has cell, input, forget, output; ONNX wants input, output, forget, cell."""
OPSET = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
IR_VERSION = 9


def strip_graph(network: Network) -> bytes:
    """``strip`` [1, 1, 36, width] → ``steps`` [width / 3, 64]: edges, then each column read from top to bottom."""
    _check(network)
    edges, columns = network.root.layers[1].layers[1], network.root.layers[3].layers[0]
    kernel = edges.matrices[0].weights.reshape(-1, 1, 3, 3).swapaxes(2, 3)
    tensors = {"kernel": kernel, "offset": edges.matrices[0].bias, "one": np.array([0])}
    nodes = [
        helper.make_node("Conv", ["strip", "kernel", "offset"], ["edged"], pads=[1, 1, 1, 1]),
        helper.make_node("Tanh", ["edged"], ["bent"]),
        helper.make_node("MaxPool", ["bent"], ["pooled"], kernel_shape=[POOL, POOL], strides=[POOL, POOL]),
        helper.make_node("Squeeze", ["pooled", "one"], ["sheet"]),
        helper.make_node("Transpose", ["sheet"], ["rows"], perm=[1, 2, 0]),
        _lstm(columns, "rows", ["", "last"], tensors, "columns"),
        helper.make_node("Squeeze", ["last", "one"], ["steps"]),
    ]
    given = helper.make_tensor_value_info("strip", TensorProto.FLOAT, [1, 1, HEIGHT, "width"])
    return _model("strip", nodes, [given], [_out("steps", ["count", columns.outputs])], tensors)


def line_graph(network: Network) -> bytes:
    """``steps`` [time, lines, 64] with ``lengths`` [lines] → ``signs`` [time, lines, 85], probabilities."""
    _check(network)
    layers = network.root.layers
    forward, back, last, signs = layers[4], layers[5].layers[0], layers[6], layers[7].matrices[0]
    tensors: dict[str, NDArray[Any]] = {"weights": signs.weights.T, "bias": signs.bias, "one": np.array([1])}
    nodes, flow = [], "steps"
    for name, layer, direction in (("a", forward, "forward"), ("b", back, "reverse"), ("c", last, "forward")):
        nodes.append(_lstm(layer, flow, [f"{name}_out"], tensors, name, direction, "lengths"))
        nodes.append(helper.make_node("Squeeze", [f"{name}_out", "one"], [f"{name}_flow"]))
        flow = f"{name}_flow"
    nodes.append(helper.make_node("MatMul", [flow, "weights"], ["weighed"]))
    nodes.append(helper.make_node("Add", ["weighed", "bias"], ["scored"]))
    nodes.append(helper.make_node("Softmax", ["scored"], ["signs"], axis=-1))
    given = [
        helper.make_tensor_value_info("steps", TensorProto.FLOAT, ["time", "lines", forward.inputs]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["lines"]),
    ]
    return _model("line", nodes, given, [_out("signs", ["time", "lines", len(network.letters)])], tensors)


def _check(network: Network) -> None:
    if network.root.shape != SHAPE or network.root.layers[0].sizes[1] != HEIGHT:
        raise UnknownNetwork(network.root.shape)


def _lstm(
    layer: Layer,
    given: str,
    outputs: Sequence[str],
    tensors: dict[str, NDArray[Any]],
    name: str,
    direction: str = "forward",
    lengths: str = "",
) -> Any:
    gates = [layer.matrices[number] for number in ORDER]
    whole = np.concatenate([gate.whole[:, :-1] for gate in gates]).T
    scale = np.concatenate([gate.scale for gate in gates])[None]
    bias = np.concatenate([gate.bias for gate in gates])[None]
    zero = np.zeros(scale.shape, np.int8)
    parts = {
        "w": np.ascontiguousarray(whole[None, : layer.inputs]),
        "r": np.ascontiguousarray(whole[None, layer.inputs :]),
        "b": np.concatenate([bias, np.zeros_like(bias)], axis=1),
        "scale": scale,
        "zero": zero,
    }
    tensors.update({f"{name}_{part}": value for part, value in parts.items()})
    w, r, b, s, z = (f"{name}_{part}" for part in parts)
    return helper.make_node(
        "DynamicQuantizeLSTM",
        [given, w, r, b, lengths, "", "", "", s, z, s, z],
        list(outputs),
        domain="com.microsoft",
        hidden_size=layer.outputs,
        direction=direction,
    )


def _out(name: str, shape: Sequence[str | int]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _model(name: str, nodes: list[Any], given: list[Any], out: list[Any], tensors: dict[str, NDArray[Any]]) -> bytes:
    known = [numpy_helper.from_array(np.ascontiguousarray(value), key) for key, value in tensors.items()]
    graph = helper.make_graph(nodes, name, given, out, known)
    model = helper.make_model(graph, opset_imports=OPSET, ir_version=IR_VERSION, producer_name="search.quick")
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))
