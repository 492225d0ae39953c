//! Where places lie, from the tables of `lang`.

use model::{Entity, EntityKind, Link};

use crate::wire;

/// The point of a place that the tables know by its name. A namesake in another country is not it; and a name that says
/// little by itself is only placed where the reading has settled that this very place is meant.
pub(crate) fn point(entity: &Entity) -> Option<wire::Point> {
    if entity.kind != EntityKind::Place {
        return None;
    }
    let settled = entity.links.iter().find_map(|link| match link {
        Link::Geonames(id) => Some(*id),
        Link::Wikidata(_) => None,
    });
    let rows = [&entity.names.en, &entity.names.id].into_iter().filter_map(|name| lang::know::place(name));
    let mut known = rows.filter(|row| match settled {
        Some(id) => row.geonames == Some(id),
        None => {
            (row.known || !row.ambiguous()) && (entity.country.is_none() || entity.country == row.country)
        }
    });
    let (latitude, longitude) = known.find_map(|row| row.point)?;
    Some(wire::Point { latitude, longitude })
}
