"""Stores the weights of a large graph in 8 bits each, so that it loads and answers quickly.

Matrices become ONNX Runtime's MatMulNBits, which also rounds what it multiplies them with, block
by block: one outlier then spoils only its block, where one scale for a whole layer ruins the
vectors (measured: README, "Decisions"). Tables that are only looked up are kept in 16 bits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, TensorProto
from onnx.helper import make_node, make_opsetid
from onnx.numpy_helper import from_array, to_array

BITS, BLOCK = 8, 128
ZERO = 128
LARGEST = 127
# ONNX Runtime's name for multiplying in 8-bit integers.
IN_INTEGERS = 4
RUNTIME_DOMAIN = "com.microsoft"


def compress(path: Path) -> None:
    """Replace the graph in a file by its compressed form."""
    model = onnx.load(path)
    stored = {each.name: each for each in model.graph.initializer}
    nodes = [new for node in model.graph.node for new in _compressed(node, stored)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    _keep_used(model.graph, stored)
    model.opset_import.append(make_opsetid(RUNTIME_DOMAIN, 1))
    onnx.save(model, path)


def _compressed(node: NodeProto, stored: dict[str, TensorProto]) -> list[NodeProto]:
    weights = [stored[name] for name in node.input if name in stored]
    if len(weights) != 1 or len(weights[0].dims) != 2:
        return [node]
    if node.op_type == "MatMul" and node.input[1] == weights[0].name:
        return [_in_blocks(node, weights[0], stored)]
    if node.op_type == "Gather" and weights[0].data_type == TensorProto.FLOAT:
        return _halved(node, weights[0], stored)
    return [node]


def _in_blocks(node: NodeProto, weights: TensorProto, stored: dict[str, TensorProto]) -> NodeProto:
    matrix = to_array(weights)
    names = [f"{weights.name}_blocks", f"{weights.name}_scales"]
    blocks, scales = quantise(matrix)
    stored |= {names[0]: from_array(blocks, names[0]), names[1]: from_array(scales, names[1])}
    return make_node(
        "MatMulNBits",
        [node.input[0], *names],
        node.output,
        node.name,
        domain=RUNTIME_DOMAIN,
        K=matrix.shape[0],
        N=matrix.shape[1],
        bits=BITS,
        block_size=BLOCK,
        accuracy_level=IN_INTEGERS,
    )


def quantise(matrix: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Blocks of whole numbers and the scale of each block, one row a column of the matrix."""
    rows = np.pad(matrix.T, ((0, 0), (0, -matrix.shape[0] % BLOCK)))
    blocks = rows.reshape(len(rows), -1, BLOCK)
    scales = np.abs(blocks).max(axis=2, keepdims=True) / LARGEST
    whole = np.rint(blocks / np.where(scales > 0, scales, 1.0)) + ZERO
    return whole.astype(np.uint8), scales[:, :, 0].astype(np.float32)


def _halved(
    node: NodeProto, weights: TensorProto, stored: dict[str, TensorProto]
) -> list[NodeProto]:
    half, (output,) = f"{weights.name}_half", node.output
    stored[half] = from_array(to_array(weights).astype(np.float16), half)
    looked_up = NodeProto()
    looked_up.CopyFrom(node)
    looked_up.input[0], looked_up.output[0] = half, f"{output}_half"
    cast = make_node("Cast", list(looked_up.output), [output], to=TensorProto.FLOAT)
    return [looked_up, cast]


def _keep_used(graph: GraphProto, stored: dict[str, TensorProto]) -> None:
    used = {name for node in graph.node for name in node.input}
    del graph.initializer[:]
    graph.initializer.extend(tensor for name, tensor in stored.items() if name in used)
