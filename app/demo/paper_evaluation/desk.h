// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/ground.h"
#include "app/demo/paper_evaluation/random.h"

#include <QPolygonF>

namespace handshake::papereval {

/// Covers the ground with the top of a desk: wood, laminate, a cutting mat, felt, leather.
void paintDeskTop(Ground& ground, Random random);

/// Puts what lies on a counter's desk around (and papers also under) `free`, which itself stays
/// visible with at least `distance` mm around it.
void paintClutter(Ground& ground, const QPolygonF& free, double distance, int howMuch,
                  Random random);

} // namespace handshake::papereval
