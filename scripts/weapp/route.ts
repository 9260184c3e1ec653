/**
 * The route that an address leads to.
 *
 * @example routeOf('/pages/home/index?tab=1') // 'pages/home/index'
 */
export const routeOf = (url: string): string => url.replace(/^\/|\?.*$/gs, '');
