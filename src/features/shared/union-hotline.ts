/** The union's own line all over China; its record with source is in content/collections/hotlines.json. */
export const UNION_HOTLINE = '12351';
