/** Builds that are wrong when they run, weigh too much or look wrong. */
import { CASES, drawn, HOME, LAW, ME, running, type Mutant } from './kinds';

const pureViews = (count: number, inner = ''): string =>
  `Array.apply(null,{length:${count}}).map(function(_,i){return{nn:"3",sid:"m"+i,cn:[${inner}]}})`;

export const runningMutants: readonly Mutant[] = [
  // What running shows
  {
    name: 'a throw in onLoad',
    rule: 'js-error',
    level: 'logic',
    routes: [ME],
    breaks: (lab) => lab.page(ME, 'o.onLoad=function(){throw new Error("mutant")}'),
  },
  {
    name: 'a page that never calls Page()',
    rule: 'route-opens',
    level: 'logic',
    routes: [ME],
    breaks: (lab) => lab.write(`${ME}.js`, '"use strict";'),
  },
  {
    name: 'a page that draws nothing',
    rule: 'route-opens',
    level: 'logic',
    routes: [ME],
    breaks: (lab) => lab.page(ME, 'o.onLoad=function(){}'),
  },
  {
    name: 'a template gone from base.wxml',
    rule: 'see-fails',
    level: 'logic',
    routes: [HOME],
    breaks: (lab) => lab.replace('base.wxml', /<template name="tmpl_0_3">/, '<template name="tmpl_0_gone">'),
  },
  running('a throw in a timer', 'js-error', 'setTimeout(function(){throw new Error("mutant")},50)'),
  running('a promise nobody catches', 'js-error', 'Promise.reject(new Error("mutant"))'),
  running('console.error', 'js-error', 'console.error("mutant")'),
  running('code from a string, hidden from parsers', 'eval', 'o.constructor.constructor("return 1")()'),
  running('an interface by a computed name', 'unknown-api', 'wx["getEvery"+"thing"]'),
  running(
    '800 rows, late',
    'node-count',
    `setTimeout(function(){s.setData({"root.cn":${pureViews(800, '{nn:"3",sid:"r"+i,cn:[]}')}})},600)`,
  ),
  running('61 children', 'node-children', `setTimeout(function(){s.setData({"root.cn":${pureViews(61)}})},300)`),
  running(
    'nodes 40 deep',
    'node-depth',
    'var n={nn:"3",sid:"d",cn:[]};for(var i=0;i<40;i++)n={nn:"3",sid:"d"+i,cn:[n]};setTimeout(function(){s.setData({"root.cn":[n]})},300)',
  ),
  running('a setData flood', 'setdata-rate', 'for(var i=0;i<30;i++)setTimeout(function(){s.setData({m:1})},i*20)'),
  running('a huge setData', 'setdata-size', 's.setData({m:new Array(33000).join("x")})'),
  running(
    'a request to a domain nobody listed',
    'request-error',
    'wx.request({url:"https://nowhere.example/x",fail:function(){}})',
  ),
  running(
    'more than a key holds',
    'storage-limit',
    'try{wx.setStorageSync("m",new Array(1100000).join("x"))}catch(e){}',
  ),
  running(
    'a way to a page that is not there',
    'navigation-failed',
    'wx.navigateTo({url:"/pages/none/index",fail:function(){}})',
  ),
  running('a tab opened as a page', 'navigation-failed', `wx.navigateTo({url:"/${HOME}",fail:function(){}})`),
  running('a loop that never rests', 'never-settles', '(function again(){setTimeout(again,5)})()'),
  {
    name: 'a page nothing leads to',
    rule: 'page-unreachable',
    level: 'logic',
    breaks: (lab) => {
      lab.json('app.json', (app) => app.subPackages.push({ root: 'features/lonely', pages: ['index'] }));
      lab.write('features/lonely/index.js', 'Page({data:{root:{cn:[{nn:"3",sid:"x",cn:[]}]}}})');
      lab.write('features/lonely/index.wxml', '<view>lonely</view>');
      lab.write('features/lonely/index.json', '{}');
    },
  },
  {
    name: 'styles nobody uses',
    rule: 'unused-wxss',
    level: 'logic',
    routes: [ME],
    breaks: (lab) =>
      lab.append(
        'common.wxss',
        Array.from({ length: 60 }, (_, at) => `.idle${at}_a1B2c{color:#123456;margin:${at}px 0}`).join(''),
      ),
  },
  {
    name: 'an icon without its sheet',
    rule: 'icon-without-picture',
    level: 'logic',
    routes: [ME],
    breaks: (lab) => lab.replace('common.wxss', '.icon-chevron-right{', '.icon-chevron-gone{'),
  },

  // Weight
  {
    name: 'a main package over its budget',
    rule: 'package-size',
    level: 'packages',
    breaks: (lab) => lab.write('extra.js', `module.exports="${'x'.repeat(400_000)}"`),
  },
  {
    name: 'a subpackage over 2 MB',
    rule: 'package-size',
    level: 'packages',
    breaks: (lab) => lab.write('features/cases/extra.js', `module.exports="${'x'.repeat(2_200_000)}"`),
  },
  {
    name: 'one dataset in two subpackages',
    rule: 'dataset-twice',
    level: 'packages',
    breaks: (lab) => {
      const data = JSON.stringify(
        Array.from({ length: 60 }, (_, at) => ({
          id: `case-${at}`,
          title: `第${at}个案例`,
          lead: '做了什么，怎么做的',
        })),
      );
      lab.append(`${CASES}.js`, `var data=${data};`);
      lab.append(`${LAW}.js`, `(function(){var other=${data};return other})();`);
    },
  },
  {
    name: 'one dataset in main and a subpackage, as JSON.parse',
    rule: 'dataset-twice',
    level: 'packages',
    breaks: (lab) => {
      const data = JSON.stringify(
        JSON.stringify(Array.from({ length: 60 }, (_, at) => ({ id: `news-${at}`, title: `第${at}条动态` }))),
      );
      lab.append('common.js', `JSON.parse(${data});`);
      lab.append(`${CASES}.js`, `JSON.parse(${data});`);
    },
  },

  // What drawing shows
  drawn('targets of 20 px', 'tap-area', HOME, (lab) =>
    lab.replace('app-origin.wxss', /--target:44px/g, '--target:20px'),
  ),
  drawn('a narrow target', 'tap-area', ME, (lab) =>
    lab.append(`${ME}.wxml`, '<view bindtap="eh" id="narrow" style="width:300px;height:30px">点我</view>'),
  ),
  drawn('a picture out of shape', 'image-ratio', ME, (lab) =>
    lab.append(`${ME}.wxml`, '<image src="/tab-icons/me-light.png" style="width:200px;height:40px"></image>'),
  ),
  drawn('a picture that is gone', 'see-fails', ME, (lab) =>
    lab.append(`${ME}.wxml`, '<image src="/gone.png"></image>'),
  ),
  drawn('words under the gesture bar', 'safe-area', CASES, (lab) =>
    lab.append(`${CASES}.wxml`, '<view style="position:fixed;bottom:4px;left:0">提交</view>'),
  ),
  drawn('a page wider than the screen', 'see-fails', ME, (lab) =>
    lab.append(`${ME}.wxml`, '<view style="width:500px;height:10px"></view>'),
  ),
  drawn('a component without behaviour here', 'see-fails', ME, (lab) =>
    lab.append(`${ME}.wxml`, '<live-player src="x"></live-player>'),
  ),
];
