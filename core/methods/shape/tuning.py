"""The numbers of faces that are reshaped, set by eye on held-out portraits unless a line says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class ShapeTuning(Tuning):
    """What a slider's whole way is, and how the photo follows; see `core.tuning` for the units."""

    smile: float = number(1.2, "times", "what separates people who smile from those who do not")
    sadness: float = number(0.7, "times", "the same, the other way: corners sink less than they rise")
    jaw_drop: float = number(4.5, "degrees", "that the jaw of an open mouth turns about its joint")
    jaw_parts: float = number(2.8, "degrees", "the same of a closed one: beyond, teeth would show")
    mouth_closes: float = number(0.6, "share", "of the gap between lips that goes: teeth get thin with it")
    lips_meet: float = number(2.0, "mm", "between the mesh's inner lips where they are closed")
    jaw_joint_low: float = number(22.0, "mm", "how far below the pupils the jaw's joint lies")
    jaw_joint_deep: float = number(58.0, "mm", "and how far behind them")
    lid_rise: float = number(0.22, "share", "of an eye's opening that it gains at most")
    lid_fall: float = number(0.45, "share", "of an eye's opening that it loses at most")
    iris_grows: float = number(0.6, "share", "of that by which an iris grows: lids hid its ends")
    lid_follows: float = number(0.8, "share", "of an iris' way up or down that the upper lid goes with it")
    lash: float = number(0.6 / 256, "crop", "of lashes below the edge of the upper lid")
    lid_edge: float = number(0.35 / 256, "crop", "over which a lid's edge is soft")
    gaze_right: float = number(0.7, "share", "of its radius that an iris moves to the side")
    gaze_room: float = number(0.6, "share", "of the white on that side that it takes at most")
    gaze_down: float = number(0.45, "share", "of its radius that it moves up or down")
    upper_lid: float = number(0.8, "share", "of that which the upper lid moves; the lower one the rest")
    eye_size: float = number(0.12, "share", "by which an eye grows at most, lids and iris alike")
    brow_rise: float = number(5.0, "mm", "that brows rise at most")
    brow_fall: float = number(3.5, "mm", "that they sink at most")
    brow_knit: float = number(1.2, "mm", "by which sinking brows come together")
    face_width: float = number(0.09, "share", "of its width by which a face grows at most")
    jaw_width: float = number(0.12, "share", "of its width by which a jaw grows at most")
    chin_length: float = number(6.0, "mm", "by which a chin grows at most")
    nose_width: float = number(0.18, "share", "of its width by which a nose grows at most")
    lip_fullness: float = number(0.4, "share", "of its height by which a lip grows at most")
    turn: float = number(10.0, "degrees", "to the side")
    nod: float = number(10.0, "degrees", "up or down")
    cell: float = number(0.5 / 256, "crop", "of the field's grid: lids end within one")
    step: float = number(4.0 / 256, "crop", "between places where the field is evaluated")
    fine_step: float = number(2.0 / 256, "crop", "the same around the eyes")
    smoothing: float = number(2.0, "pixels", "squared, of the crop: what points may be missed for smoothness")
    turn_smoothing: float = number(200.0, "pixels", "the same for turns: cheeks' rims contradict the ears")
    lid_smoothing: float = number(0.1, "pixels", "the same for lids")
    reach: float = number(40 / 256, "crop", "beyond the face's outline, over which the field fades")
    turn_reach: float = number(75 / 256, "crop", "the same for turns: hair and neck follow")
    eye_reach: float = number(0.9, "share", "of an eye's width, beyond its corners and lids")
    parted: float = number(150 / 256**2, "crop²", "of an inside that is seen, from which on a mouth is open")
    open_gap: float = number(5 / 256, "crop", "between the mesh's inner lips, from which on a mouth is open")
    inside: float = number(0.22, "share", "of the lips' brightness that the inside of a mouth has")
    inside_edge: float = number(0.5 / 256, "crop", "over which that inside begins")
    neck: Vector = number((0.0, 50.0, 60.0), "mm", "what a head turns about, from between the pupils")


TUNING = ShapeTuning()
