"""SemanticStyleGAN (Shi et al., CVPR 2022): a face as parts, each with a shape and a texture of its own."""

from core.methods.method import Declaration
from core.methods.semantic_stylegan.controls import controls
from core.methods.semantic_stylegan.edits import Part

DECLARATION = Declaration(
    name="semantic_stylegan",
    title="SemanticStyleGAN",
    edits=(Part,),
    opens="core.methods.semantic_stylegan.method:SemanticStyleGan",
    controls=controls,
    roles=frozenset({"semantic_generator", "semantic_mapping", "semantic_encoder"}),
    crop_sizes=(64, 128, 256, 512),
)
