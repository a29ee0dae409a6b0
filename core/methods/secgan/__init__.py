"""SeCGAN (Sun et al. 2022): attributes of the picture itself, by a generator that a semantic twin guided."""

from core.methods.method import Declaration
from core.methods.secgan.controls import controls
from core.methods.secgan.edits import PictureAttribute

DECLARATION = Declaration(
    name="secgan",
    title="SeCGAN",
    edits=(PictureAttribute,),
    opens="core.methods.secgan.method:Secgan",
    controls=controls,
    roles=frozenset({"secgan_generator"}),
    crop_sizes=(64, 128, 256),
)
