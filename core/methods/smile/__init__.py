"""SMILE (Romero et al. 2020): attributes of the layout by SMILE_SEM, its drawing by SMILE_SYN."""

from core.methods.method import Declaration
from core.methods.smile.controls import controls
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle

DECLARATION = Declaration(
    name="smile",
    title="SMILE",
    edits=(SetAttribute, SetRegionStyle, Direction),
    opens="core.methods.smile.method:Smile",
    controls=controls,
    crop_sizes=(256,),
    imports="core.methods.smile.importing:IMPORTER",
    roles=frozenset(
        {
            "parser",
            "sem_generator",
            "sem_mapping",
            "sem_style",
            "syn_generator",
            "syn_mapping",
            "syn_style",
        }
    ),
)
