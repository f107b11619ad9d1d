"""How many of a thousand service replies in a language hold a short string, at least.

Written by scripts/make_common.py; strings that fewer hold are left out. A line has the number and
the strings, "_" for a space.
"""

COMMON = """
10 _您好 _感 _感谢 _我 _是 _还 _这个 一下您 一定 一般 三 上网
10 下单 下您的 不会 不好 不好的 不客 不客气 不愉 不愉快 不是
10 不能 不要 不足 且 个工 个工作 个评 个评价 中心 中的 临 为了
10 为您反 为您核 之后 也会 也可以 了_ 了解 些 交易 享 亲亲_
10 今 仍 代 以下 以在 以的 们会尽 们已 任何 份 但 体验 余 余额
10 作日 供下 供更 依 信的 信给 值 儿 充 光 关闭 兴 内容 则 到了
10 到的 刷 券 前的 务的 助您 升级 协助 博 印 原因 及时 及联
10 及联系 发票 发送 受 变 可以在 可以的 右 各 同时 名称 后会
10 后服 后服务 后续 向 吧 含 告诉 呢亲 周 响 哟 售后服 商家
10 嗯 回复您 国联 在的 场 型 增 复您 复盖 多少 太 套餐 如有
10 如果您 如需 存在 安全 安排 实处 实处理 客气了 寄 密 密码
10 对我 导 将您 将您的 少 就可 就可以 屏 工作日 左 币 师 希
10 希望 带来了 帮助您 帮您查 帮您的 常感 常感谢 平 广 序 应该
10 强 影 影响 往 忙 态 性 您以 您再 您将 您手 您放 您放心 您方
10 您方便 您核实 您申 您申请 您留 您留意 您的使 您的信 您的反
10 您的姓 您的支 您稍等 您耐 您耐心 您解 您这 我一 我们已 我的
10 截 户提 户提供 才 打开 找 技 把 护 报 拨打 指 推荐 描 描述
10 提供下 提供更 提示 支付 敬请 整 料 方法 日期 时候 时联 时联系
10 是不 是可 是可以 是在 是有 是的 是这 显示 暂 更多 更好 更新
10 最新 有效 有疑 有问 有问题 望 期待 机的 权 条 来了 果您 标
10 样的 核实处 根 根据 检测 欢迎 步 段 比 气了 汇 注意 测试
10 消费 添 满意 热 然后 物流 特 状 状态 率 理的 电子 电脑 疑问
10 登入 登录 白 的反 的反馈 的地 的姓 的姓名 的客户 的方 的方式
10 的时 的时候 盖 看一 看一下 看下 看到 看是 着 知您 确实 种
10 积 称 移 程序 立 端 第一 签 算 管理 类 系我们 系统版 给小
10 给您的 给我们 统版 统版本 继 继续 维 维修 缴 网站 美 考 能是
10 脑 般 色 苦 苦您 荐 补 要您 要求 视 让 议您可 诉 试一 试一下
10 试试 诚 详情 误 请参 请告 请您提 请您留 请您稍 请您耐 请问是
10 请问有 调 财 质量 购买 费用 赠 起 超 足 较 辛 辛苦 辛苦您
10 边帮 边帮您 迎 近 返 这款 这边帮 连接 述 送达 适 透 通的
10 速 邮 重启 键 闭 问您的 问是 问有 问有什 问题我 问题的 阅
10 际 陆 随时联 障 非常感 音 题我 题的 马 马上 高兴
14 _a_m _a_r _a_t _aft _aga _als _ama _ask _bee _bei _bet _bi _boo _buy _cla _clo
14 _cod _cor _def _dev _did _dir _ea _est _fin _fru _ga _giv _goo _hou _io _ios _it'
14 _lab _man _mea _met _mu _nex _now _oh _onc _one _opt _ov _ove _pas _qua _ru _sc
14 _sti _str _thr _tod _tro _tu _usi _va _这 'd_b 's_a a_g a_r a_re abel acce acti
14 ad_t ady aga agai ain_ air ait also amaz amou an_c an_f ans as_a ates atin atur
14 aus aym ayme bee been bei bein bett buy cas cau caus cce cces ce_a ch_o chi chin
14 cif cifi cla clo clos cod code corr cri cy d_a_ d_fo d_he def desc dev devi diat
14 did did_ dir dire disc dm_w dx dy_ e_ac e_as e_at e_ba e_di e_ex e_ho e_lo e_ma
14 e_no e_nu e_sa e_te e_ti e_un e's e's_ e'v e've ean ecif ecti ed_b ed_w edia ee_t
14 eel eel_ eet_ efer efi elc elco ems enin entl ents eo eque er_d er_f er_l er_o
14 er_p ere' eren erf es_f esc escr ese eso esp espo essi et_t et' et's etho ette
14 evic exc ext_ extr ey_t f_w fec fect feel fer_ fie find fini fit fru frus g_an
14 g_h g_is g_l g_n g_nu g_s g_u g_wi gai gain gam game ger gh_ gie gies gina giv
14 give go_ good gs_ gue h_m h_ou he_a he_e he_o hip_ hn hod hour hro i_s ible icat
14 ices ici ier_ iew_ if_t igi imat imm imme in_a in_s ine_ ings ios ios_ ippe irec
14 irs irst is_n is_p isc isco ise ish isi it_f it' ithi itt iva ived je k_ou k_th
14 kage ked kind l_co l_d l_h l_m l_pr l_se l_th l_us labe late lco lcom lec lect
14 led_ lem let' lie lis lit ll_c ll_h ll_o ll_t ll_u lon long lor lose lp_w lr lso
14 lud ly_w m_an m_h mar maz me_t mea meth mis mmed mon mos mou moun ms_ n_as n_be
14 n_co n_in n_n n_or n_se n_sh n_u nd_r ne_n nec nect ness net nex next ng_f ng_l
14 ng_n ng_s ng_u nge_ ngs nic nj nly nly_ note ns_a nt_s ntl ntly ntr nts_ nw o_b
14 o_d o_lo o_ma o_ta ock oda oe of_o off_ ogie oki okin oli omer on_w ong_ onn onne
14 ood_ ooki ope_ opp or_d or_m or_o orre oss ost_ othe otos ou_l ou_m ou_o ou'l oub
14 oubl oug ough ours ous ow_a ow_u owe own oy p_i pas paym ped perf pers pm pped
14 pres prom qua r_be r_bo r_ch r_em r_fo r_g r_is r_it r_mo r_sh rav rds re_c re_f
14 re_o re_p re_r re_u re' re's read real refe resp rier rip riva rive rl rna rne
14 rob roub rsio run s_ab s_de s_g s_ha s_ou s_pr s_re s_sh s_u s_v s_we sat sati
14 sco scou scri se_a se_p sea ser_ shop show sig sm sn so_s spon ss_a ss_s sse ssin
14 st_c stil stim t_de t_e t_na t_sh t_st t_wa tag tal tanc tart tc tch te_a te_t
14 te_y tec tems tern test th_u thod thr tia tien tif till tima to_g tod tome top
14 tos trav tre tri trou u_dm u_l u_m u_ne u_o u_wi u'l u'll ubl uble ues_ ugh ult
14 una us_w ustr ute uti ve_i vel ves w_an w_if w_u we_d we'v welc ws xc xt_ xtr y_an
14 y_ap y_b y_co y_fr y_ha y_is y_r y_wi ya yi yin ying yme ymen ze_f zo 下您 与您联
14 专员 业厅 为您服 为您查 么问 么问题 之前 乐 也可 买 了呢
14 事 什么问 任 会不 会在 会有 位 何 使用的 信号 信用 信用卡
14 修改 候 做 免 公司 再次 准 利 别 制 努 努力 化 升 即可 去
14 反馈的 发货 取消 只 否有 告知 咨 咨询 哒 哪 啦 图 备 套 如您
14 完善 完成 宝 审 审核 容 小时 属 市 带来的 年 应用 店 度 得
14 微 恢 恢复 您使 您使用 您在 您处 您处理 您服 您服务 您核
14 您生 您生活 您的手 您的联 您的订 您的问 您看 您稍 成功 或者
14 手机号 扣 拨 择 排 推 放心 敬 数据 文 易 是什 是什么 是否有
14 是我 显 机号 机号码 来的 来的不 格 欢 每 活动 活愉 活愉快
14 流量 满 烦您 烦请 然 照 片 物 现在 理解 生活愉 用卡 由于
14 电信 疑 的不便 的使 的使用 的信息 的客 的是 的联系 直接
14 看看 短 短信 祝您生 第 管 系您 系我 约 结果 网页 联系您 联系我
14 自动 营业厅 表 规 评价 说明 谅解 账户 软 软件 输 输入 达
14 运 还是 还有什 还请您 这样 连 退款 选择 通知 那 部门 都是
14 配送 金额 链 链接 长 问您是 除 项 预计 餐 馈的 麻烦您
20 _a_f _a_s _af _ag _am_ _arr _aw _br _by_ _cal _cr _cre _cur _cus _des _dis _don
20 _du _el _es _ev _eve _fl _gi _gl _gla _gre _gu _hop _how _i'd _ins _kee _ki _loc
20 _mes _new _onl _pat _pay _pla _ra _req _rig _sel _set _som _soo _sup _tel _try
20 _tw _ty _way _wel _亲 a_f a_lo a_m abe acem ach_ ade aft afte ali ally ama ame_
20 amo an_l an_s anyt appe appr ari art_ arti ask ast at_h at_y atel atie att atus
20 avi az bel bet boo br call carr ce_t cem ceme ciat ck_t cke clu col conv coul cred
20 ct_n ct_u cte cted cus cust d_an d_de d_i' d_in d_it d_lo d_me day_ ded_ dela dia
20 diti dl don' drq drqu ds_ e_al e_ap e_ch e_kn e_pa e_st e_v e_wa e_wh e_wo ead
20 eb ecom ecte ed_d ed_o ed_y edit eep_ eet efe eg ein eing ela elay enie ep_ epl
20 epla er_c er_i era erns ersi erst es_t essa etti evie f_a f_i f_o ff_ fo_ fte fter
20 fy g_f g_in g_on g_ou g_to gd gdr gdrq gen gg ging giz gize gla glad goo grea gs
20 h_s h_u h_us hare hd he_b he_m he_r hin_ hope hoto houl i_am i'd i'd_ ial_ ibl
20 ic_ ica ied ies_ ifi ific ify ile ima inco ind_ ines ini inst iona ip_ is_c ista
20 itio its ity_ k_to kee keep l_f l_g l_i l_n l_o l_u lad lad_ lar lat lc ld_y led
20 ligh line ling ll_a ll_g ll_n ll_p ll_s loca los lp_y ly_a ly_s m_i m_th m_y m_yo
20 man mate me_k medi mend mess met min mmen mpl n_an n_b n_is n_lo n_m n_of n_r n_re
20 nat nco ncon nd_m nd_o nd_p nd_s nd_y nda ndi ned_ new new_ nfo_ nie nien nit nne
20 nsi nst nt_i nven nyt nyth o_as o_co o_g o_ha o_i o_ou o_pr o_so oca ocat od_ ogiz
20 omme on_i on_y on' on't ong onl onv onve ood oon op_ opt opti or_b or_c or_f or_r
20 ork_ oth oti oto ou_n over ow_i ow_t owi owin p_y p_yo pat pati pay pe_ peci pect
20 phot ppen ppor ppr ppre prec ps_ qui r_fe r_fu r_lo r_ne r_nu r_pr r_st r_te r_to
20 r_u ra_ rati re_d re_w reci reco red_ redi rel repl req requ rf rg rge rit rk_
20 rqu rrie rriv rsi rsta rus rust s_be s_co s_it s_li s_no s_of s_or s_r s_wa sag
20 sage se_r sed_ sel set shou soo soon ssa ssag st_t st_y star stom stra sue_ sup
20 supp t_a_ t_an t_be t_ch t_co t_it t_l t_nu t_of t_ou t_se t_wi tatu tell ten th_a
20 tie tiv tive to_f to_l to_m trat tro tru try_ tti ttin tus u_ar u_n u_pl ual uch
20 ud upp uppo ur_n ur_r urs us_t usto ut_w uy val ved veni vers vin ving vis vo w_th
20 ward we_s wee wer win wing wn y_ab y_h y_in y_p y_so y_y y_yo ym ypt yth ythi 一个
20 下载 与您 中国 主 么可 么可以 于您反 产品 京东 亲_ 亲爱的
20 什么可 付 以及 以帮您 们的 优惠 会尽 会尽快 你在 供一 供一下
20 供您 供您的 元 公 关于您 出现 力 办理 功能 区 协 单号 厅
20 参 可能 台 启 呢_ 哈 售后 善 器 因 大 姓 姓名 安装 官 官网
20 客气 家 宽 尝 尝试 帮助 心等 心等待 您提供 您查询 您联 您联系
20 惠 我们的 按 提交 提供一 提供您 操 操作 断 最 月 未 样 检
20 正在 正常 求 测 清 爱的 版本 生活 用的 留意 的不 的信 的情
20 的情况 的手 的手机 的服 的服务 的联 的订 的订单 的话 直
20 真 知道 确认 祝您 票 稍等 站 系方 系方式 系电 系电话 级 结
20 给我 络 编 网络 者 耐 耐心 耐心等 联系方 联系电 至 致 若
20 营业 见 订单号 设置 评 该 谅 账号 资 跟进 身 载 还可 还可以
20 还请 遇到 里 重新 银 银行 门 阿 限 验 麻 麻烦
27 _a_c _a_l _a_p _abl _all _av _ava _bes _bo _but _by _fa _gr _hey _i_a _i_c _i_w
27 _i'l _im _ju _jus _ke _lov _may _mi _my _my_ _nam _no_ _op _pac _par _per _pos
27 _pre _pri _pu _pur _que _rev _ri _sha _spe _sur _und _up_ _upd _use _ve _ver _via
27 _wan _was _whe _ye _请问 'm_s 'v 've 've_ a_l a_p a_s a_t acka aila als an_a
27 an_e an_h ar_t ara ard_ arri at_i at_t at_w at' at's atu ava avai aw ays_ be_a
27 be_h bes best but but_ by by_ cal cati cern chas ck_o cka ckag come comm comp conc
27 cor ctio curr d_be d_c d_f d_h d_m d_p d_r d_re d_wi days db dba dbac des din ding
27 dis don dy e_ab e_ar e_be e_do e_k e_le e_li e_mo e_on e_or e_su e_tr e_us e_we
27 eal eam_ eat_ ecia eco ed_i edb edba eedb een_ eep eive el_ ele ell_ ely_ emen
27 ene ens eq equ er_n er_s er_t erie ers_ ery_ es_a et_m eth ett ever ext feed ffer
27 fic fin firm fl ft g_w g_y g_yo ges gin gl gre h_a h_o h_th hang has_ hase hat'
27 he_d he_f he_t hen_ hey_ hi_t hone hot how_ hr i_t i_th i_w i'l i'll ia_ ial ib
27 ick id_ ier ies iew il_a ila ilab ils_ ime_ ina ink_ ins inte ire irm is_a is_f
27 is_o is_w ist_ ize_ ja jo jus just k_a k_o kag l_ad l_c l_s l_t labl lac lace lay
27 les lic lig lle lly lly_ loc lov love low_ lt m_a m_t m_w m_wi make may may_ me_a
27 med mer ms mu my_ n_c n_d n_f n_he n_l n_to n_w nam name nd_a nd_t nder ned nes
27 nfir ng_w ng_y nter nts nv nve o_f o_l o_m o_r o_re o_se o_u o_us oa ob oce oces
27 ode offe oh oin omm omp on_o ona onal ond or_s ort_ ose ost ote ou_d ou_p ou_w
27 ove_ p_t p_w p_wi pac pack part peri phon plac pon pos ppo pri proc pti ptio pur
27 purc r_ac r_an r_as r_de r_ex r_h r_in r_l r_pa r_se r_w rch rcha rd_ reac reat
27 rect rent rest rev revi ric rien righ riv rns roc roce rom_ rq rren rti rvic ry_a
27 ry_f s_ar s_e s_he s_in s_is s_l s_m s_n s_so scr se_c se_l se_s se_t sed shar
27 sio sion sit sk sl sol som some son spe spec spo stat sues t_d t_ha t_is t_p t_re
27 t_we tand tar tat tely tem_ tes th_t tic til tly tly_ to_o to_p to_r to_u to_y
27 tom try tter ture u_d u_p u_w ub uct_ ug unde up_ ur_b ur_d ur_i ur_t urc urch
27 urr urre us_y use_ usin vai vail ve_y ver_ via via_ vie view w_a w_i w_t was was_
27 we_h we_w wel when xper xt y_c y_d y_o ys_ yt ze_ 业务 东 于您 产 京 亲亲
27 亲爱 以便 以帮到 价 作人 作人员 修 先 全 关于 关注 具体 决
27 击 办 加 包 即 原 合 同 告 哦_ 售 商品 回复 地址 址 外 子 存
27 客户 工作人 帮到 帮到您 常抱 常抱歉 当 您反馈 您对 您提
27 您是 您查 您的吗 想 愉 愉快 我司 所 打 据 收到 放 效 无法
27 明 映 查看 此进 气 流 消 点击 爱 版 用户 由此 登 的_ 的支
27 的支持 目前 相关 示 祝 程 稍 等待 系统 线 续 置 联通 营 解决
27 计 认 记录 证 详细 说 谢您对 谢您的 质 购 跟 路 转 选 遇 道
27 部 都 配 金 随 随时 非常抱 页 预 额 高
38 _am _an_ _apo _as_ _bac _car _cha _cl _cou _cu _day _det _do_ _em _ema _en _fol
38 _fre _fro _ful _fur _get _has _inc _lin _mak _na _nee _pe _ph _pho _ref _rep _res
38 _ret _sa _ser _si _sp _sta _sto _tak _tea _tim _whi _wor _wou _您 _请 'd_l a_c
38 ace ach acki ad_ af age_ ail_ ails ain all_ an_y anc ance ang ange ant_ apo apol
38 arr ated au ays ber_ bi c_ car cat cei ceiv cer cess chan cia cki ckin conf cre
38 cti cur d_b d_d d_li d_o d_s d_th d_we ded deli ders dit do_ ds duc duct e_e e_g
38 e_he e_is e_it e_n e_of e_pr e_se e_sh e_so e_wi e'd e'd_ eac each eam ece ecei
38 eci eck_ ect_ ed_a edi een efu efun eiv eliv ely em_ ema emai eme eni er_a erv
38 ervi et_u etu etur eve ew_ expe ey_ fa ffe fir fol foll form fre free fro from
38 full fun fund fur furt g_i g_o get_ ght_ gu h_t har he_c he_l he_p he_s hen hey
38 hic hich hing hon hop how ht_ i_a i_c i_ca iat iate ice_ ich ich_ ide_ il_ ils
38 in_t ind ine ippi is_i is_t iti ity iz ize ju k_t ka ke_a l_p l_r l_re lab le_t
38 link ll_r llow log logi ls_ mail mak mes mm mme my n_e n_h n_p nal nal_ ncer nd_i
38 nde nfi nfor ng_i ng_o nge nin ning nl nn no_ nt_t nti o_c o_o o_p o_y o_yo odu
38 oduc of_t ogi oi ok_i oll ollo olog om_ ome_ on_a onc once onf onfi ons_ ope or_a
38 ori ork orma os_ ou_a ou_h ou_s ou_t ovi ovid par pd pda pdat pec pen pla polo
38 port ppe prod prov pu py_t r_m r_or rack ran rat rc re_h re_i re_s rece ree_ refu
38 rep ret retu rig ring rmat rn_ rod rodu rou rov rovi rre rri rs_ rst rt_ rth rthe
38 rv rvi s_b s_d s_h s_k s_kn s_on s_p s_to s_wi see_ serv sha sing stan ste stio
38 stor str sur sure t_b t_fo t_in t_n t_r take tea team ter_ tho tl to_a to_c tore
38 trac tte tw ty_ u_a u_ca u_ha u_s u_t ua uct ue_ ui ull_ und_ unt_ upd upda ur_e
38 ur_f ur_o ure_ urn_ urt urth us_k usi ust_ ve_t ven vice vide wan want war way
38 we_a we'd whe whi whic work wou woul xpe y_fo y_i y_th y_w yp ze 专 也 交 人员
38 件 优 体 保 信息 具 内 分 到您的 功 助 取 司 名 国 多 天 好的
38 如果 妹 安 完 客服 就 尽 尽快 已经 并 应 录 待 很抱 很抱歉
38 您反 您可以 成 换 改 方便 日 时间 有什 有什么 有其 有其他
38 来不便 核实 次 没 没有 注 活 烦 生 申请 留 的吗 的哦 目 相
38 确 细 统 自 装 记 设 试 详 货 还有其 这边 进入 进行 退 通过
38 重 量 间 非常 面
54 _a_d _add _app _ass _at_ _ba _bu _che _com _da _di _exp _fe _fee _fi _ge _go _hap
54 _hea _hi_ _i'm _iss _ite _j _la _lik _me_ _mor _off _or_ _out _po _q _qu _rea _rec
54 _see _shi _sho _ta _ti _tra _vi _wha 'm 'm_ 't 't_ a_dm acco ack_ act_ addr am_
54 ame ank_ appy ard art assi ate_ beck ble_ bu cco ccou ces chec cky cr d_l d_u d_us
54 dat date day ddr ddre der_ det deta dm_u dre dres e_b e_co e_de e_dm e_fo e_ha
54 e_m e_u ear_ eat ecky ed_t eed_ eli elp_ eri ern ery ess_ est_ esti eta etai evi
54 exp ey f_t f_th fee fer ff ful g_a g_th ga ge_ get ght go gr h_y h_yo has he_i
54 hea hear hec heck her_ hi_ hin hip hipp hou i'm i'm_ ienc ight ike ike_ ime inc
54 ink into ipp iss issu item ive_ iver k_i k_in ke_t ks_f l_a l_b l_be lik like liv
54 live ll_b low lp_ lu m_s m_so m_u m_us mai mati mi mor more mp n_i n_o n_s n' n't
54 n't_ nce_ nd_u nd_w ne_ nee need ng_a nk_y nks_ not_ now_ ns_ nta ntac nte nto
54 nto_ o_a o_w o_we off og olo on_t one_ onta orm ort ou_c ou_f ou'r ove ph pho pin
54 ping pol por ppi ppin ppy ppy_ pre pt py py_ que ques r_b r_co r_d r_e r_i r_n
54 r_r r_re rac re_a re_t re_y red ree ref ren rie rin rk rma rom ru ry_t s_an s_c
54 s_s s_th s_y s_yo sc se_d see shi ship sin sis sist so_w ssis ssu ssue sue t_c
54 t_f t_h t_me t_us t's t's_ tac tact tai tail tak tan tel tem th_y thin tim time
54 ting to_s tor ts_ turn ty u_c u_f u_fo u_h u'r u're uest ull ur_a ur_c ur_p ur_s
54 urn us_a use ut_t ve_a very vic vid wha what wor xp y_f y_s ye ys 不便 与 业
54 之 于 他 以帮 们会 你 其 其他 再 出 到您 动 卡 及 可以帮 号码
54 否 和 品 商 回 地 复 字 定 实 将 工 工作 带来不 帮您 建议您
54 开 式 心 息 您可 您带 您带来 意 感谢 感谢您 我们会 或 抱歉给
54 持 接 支 支持 收 数字 新 方式 无 是否 更 期 本 来不 果 查询
54 款 歉给 歉给您 正 此 法 现 由 申 电话 的呢 的问 的问题 知
54 经 给您带 议您 请问您 谢您 账 费 边 还有 这个 送 问您 需要
54 非
75 _abo _ac _acc _ad _al _any _ap _are _at _del _do _ex _fu _hi _ho _inf _int _it_
75 _kn _kno _let _loo _mo _ne _not _nu _num _ord _sen _su _te _un _up _wil _wo 'd
75 'd_ a_d abl able abo abou acc act add age ake ake_ al_ all anks ant any any_ ar_
75 ass ay_ bac back bec bou bout cc ch_ cha che ci cl com cont coun cu d_a d_i d_to
75 d_w d_y d_yo dd de_ del dr du e_a_ e_an e_in e_l e_p e_re e'l e'll e'r e're ear
75 ee_ eed ei ello en_ enc ence ent_ ep ere_ ev ew f_y f_yo g_t gh hap happ hell ice
75 ide ien if_y igh ik ill_ inf info int ions ist ite k_y k_yo king kn kno know ks_
75 ky ld ld_ le_ let_ lin loo look ls mat mbe mber ment n_th n_y n_yo nfo ng_t nk_
75 nks not now num numb ny_ o_s o_th oc ok_ ome one ons ont ook_ op or_t orde ore_
75 ot_ ou' oul ould per pi r_c r_f r_o r_p rde rder ress rm s_a_ s_i send ser sho
75 sp ss_ ssi sti sto t_m t_o t_s t_to t_u t_w t_y t_yo t' ted ted_ ter tin to_t ts
75 tur u' uc ues uld uld_ umb umbe und ure ust va we'l we'r wil will y_a y_to you'
75 一下 上 中 什 什么 作 入 况 前 反馈 发 员 处 处理 客 对 已
75 带来 常 建 建议 很 快 情 情况 感 户 手机 数 服务 核 点 看
75 码 私 等 能 行 解 订 订单 议 话 询 过 需 馈
105 _ab _ar _as _be_ _ch _fr _hav _her _i_ _i' _if _if_ _in_ _k _le _li _ma _no _of_
105 _on_ _our _pa _pro _so_ _sor _st _tr _v _wa _wh 'l 'll 'll_ 'r 're 're_ 's 's_
105 ack ag ail ak app are_ as_ atio ave_ ba be_ ber bl ble bo ce_ ck_ cou ct_ der
105 do e_ca e_f e_h e_o e_r e_th e_w eck ect ef ell end end_ ers es_ ex fe fr fu gi
105 hat_ hav have i' ia id if_ ig ill im ion_ ip ir it_ ive ke_ ki kin ks let llo
105 ly_ mb men n_a n_t na nf ni nu ny o_he o_t od of_ ok ook or_y ord ore orr orry
105 os oun ount out_ ov ow_ pa qu r_a r_s r_th r_y r_yo rea rec rn rry rry_ s_fo s_o
105 s_t s_w sa sen so_ sor sorr sta t_a t_i t_th te_ that tra tu um unt up ver we_c
105 wo z 个 为您 么 人 使 使用 供 便 关 务 单 反 吗 如 小 带 帮
105 手 抱 抱歉 提供 方 服 机 来 查 歉 理 电 给您 网 联系 要 请您
105 谢谢 还 进 通
148 _con _de _dm _dm_ _hel _is _is_ _it _lo _me _of _on _or _ou _pr _sh _we' ab ad
148 am ank ap are ate ati ave d_t da di dm dm_ e_d e_i e_to e_y e_yo elp em ent ess
148 est et_ fi hank hat help i_ ie if in_ ith_ iv lp ly me_ mo nc nce ns nt_ o_h of
148 ol oo ot out p_ po pro q r_t rd res rs rt ry_ s_f sh st_ su t_t th_ than ther
148 to_h tr ue ul ut_ w_ wa wh x y_t 一 为 了 亲 们 会 信 到 可以 号 后
148 呢 哦 我们 提 时 用 系 给 联 请问 谢 这 问题 题
207 _a_ _and _be _can _e _g _ha _ht _htt _pl _ple _se _so _tha _thi _us_ _we_ _wi
207 _wit ai al an_ and and_ ase_ at_ av ay can can_ con ct e_c e_s e' eas ease ed_
207 ee ere f_ ge h_ han hel here his his_ ho ht htt http ic il io ion ith j ke la
207 lea leas ma nk no om on_ ow pe ple plea pp pr ps ra ri ro rr ry s_a si ss tha
207 thi this tio tion tp tps tt ttp ttps un us_ ut ve_ vi we' wit with 下 不 以
207 在 您的 我 有 问
289 _an _b _ca _co _fo _for _he _in _l _m _n _r _re _us a_ ac ase be ca ce ch ck de
289 e_a e_t ec ed er_ et for for_ g_ he_ her ing_ is_ k_ li ll_ lo m_ me nd_ ne ng_
289 or_ pl re_ se_ so ta the_ ve we_ wi your 可 好 您好 是
405 _d _f _o _p _the _to _to_ _u _we ar as at co ea el en es fo ha hi ing is it l_
405 le ll nd ng nt on ou_ our our_ se st te the ti to_ u_ ur ur_ us we y_ you_ 请
567 _a _c _h _i _s _th _w _y _yo _you an b d_ er f g he in k n_ o_ or r_ re t_ th
567 to v yo you 您 的
794 _t a c d e e_ h i l m n o ou p r s s_ t u w y
"""
