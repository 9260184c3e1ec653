/** What WeChat's own components look like before the app's styles, as far as size and place go. */
export const BASE_CSS = `
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; font-size: 16px; -webkit-font-smoothing: antialiased; }
wx-page, wx-view, wx-form, wx-radio-group, wx-checkbox-group, wx-swiper-item, wx-cover-view { display: block; }
wx-text { display: inline; }
wx-label, wx-picker, wx-navigator { display: inline-block; }
wx-picker, wx-navigator { display: block; }
wx-scroll-view { display: block; width: 100%; overflow: hidden; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-map { display: block; width: 300px; height: 150px; background: #dde3dc; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image img { width: 100%; height: 100%; object-fit: fill; }
wx-image[mode=aspectFit] img { object-fit: contain; }
wx-image[mode=aspectFill] img { object-fit: cover; }
wx-image[mode=widthFix] { height: auto; }
wx-image[mode=widthFix] img { height: auto; }
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; }
wx-textarea { display: block; width: 300px; height: 150px; }
.wx-inner { display: block; width: 100%; height: 100%; margin: 0; padding: 0; box-sizing: border-box; border: 0; outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; resize: none; }
wx-button { display: block; position: relative; margin: 0 auto; padding: 0 14px; box-sizing: border-box; overflow: hidden; border-radius: 5px; background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; }
wx-button::after { content: ' '; position: absolute; top: 0; left: 0; width: 200%; height: 200%; transform: scale(.5); transform-origin: 0 0; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2); border-radius: 10px; pointer-events: none; }
wx-button[plain] { border: 1px solid #353535; background: transparent; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #ddd; }
wx-switch[data-on] { background: #04be02; }
wx-checkbox, wx-radio { display: inline-block; min-width: 24px; min-height: 24px; }
wx-checkbox::before, wx-radio::before { content: ''; display: inline-block; width: 20px; height: 20px; border: 1px solid #999; vertical-align: middle; }
wx-radio::before { border-radius: 50%; }
wx-checkbox[data-on]::before, wx-radio[data-on]::before { background: #04be02; }
wx-swiper { display: flex; height: 150px; overflow-x: auto; }
wx-swiper-item { flex: none; width: 100%; height: 100%; }
.wx-sheet { position: fixed; right: 0; bottom: 0; left: 0; z-index: 10000; display: flex; flex-direction: column; max-height: 60vh; overflow: auto; padding: 8px; background: #fff; }
.wx-sheet button { min-height: 44px; border: 0; border-bottom: 1px solid #eee; background: none; font-size: 17px; }
`;
