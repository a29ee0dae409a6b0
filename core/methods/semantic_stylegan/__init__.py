"""SemanticStyleGAN (Shi et al., CVPR 2022): a face as parts, each with a shape and a texture of its own."""
