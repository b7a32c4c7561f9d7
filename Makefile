FLAGS=-DQT_CONCURRENT_LIB -DQT_CORE_LIB -DQT_DISABLE_DEPRECATED_BEFORE=0x060400 -DQT_GUI_LIB -DQT_NO_CAST_FROM_ASCII -DQT_NO_CAST_FROM_BYTEARRAY -DQT_NO_CAST_TO_ASCII -DQT_NO_CONTEXTLESS_CONNECT -DQT_NO_DEBUG -DQT_NO_FOREACH -DQT_NO_KEYWORDS -DQT_NO_NARROWING_CONVERSIONS_IN_CONNECT -DQT_NO_URL_CAST_FROM_STRING -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS -I/work/wt/backdrop/build/release/app/vision/handshake_app_vision_autogen/include -I/work/wt/backdrop -isystem /usr/include/x86_64-linux-gnu/qt6/QtGui -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/lib/x86_64-linux-gnu/qt6/mkspecs/linux-g++ -isystem /usr/include/opencv4 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -DNDEBUG -fPIC -fPIC -fstack-protector-strong -std=c++20 -O2 -Wall -Wextra -Wshadow -Wconversion -I/usr/include/x86_64-linux-gnu/qt6/QtGui
all: vision_dev
all.h.gch: all.h
	g++ $(FLAGS) -x c++-header all.h -o all.h.gch
o_backdrop_files.o: /work/wt/backdrop/app/vision/backdrop_files.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_files.cpp -o o_backdrop_files.o
o_backdrop_learner.o: /work/wt/backdrop/app/vision/backdrop_learner.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_learner.cpp -o o_backdrop_learner.o
o_backdrop_matcher.o: /work/wt/backdrop/app/vision/backdrop_matcher.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_matcher.cpp -o o_backdrop_matcher.o
o_backdrop_meta.o: /work/wt/backdrop/app/vision/backdrop_meta.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_meta.cpp -o o_backdrop_meta.o
o_backdrop_model.o: /work/wt/backdrop/app/vision/backdrop_model.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_model.cpp -o o_backdrop_model.o
o_backdrop_profile.o: /work/wt/backdrop/app/vision/backdrop_profile.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_profile.cpp -o o_backdrop_profile.o
o_backdrop_search.o: /work/wt/backdrop/app/vision/backdrop_search.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/backdrop_search.cpp -o o_backdrop_search.o
o_cell_search.o: /work/wt/backdrop/app/vision/cell_search.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/cell_search.cpp -o o_cell_search.o
o_check_artwork_visible.o: /work/wt/backdrop/app/vision/check_artwork_visible.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_artwork_visible.cpp -o o_check_artwork_visible.o
o_check_backdrop.o: /work/wt/backdrop/app/vision/check_backdrop.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_backdrop.cpp -o o_check_backdrop.o
o_check_clothes.o: /work/wt/backdrop/app/vision/check_clothes.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_clothes.cpp -o o_check_clothes.o
o_check_common.o: /work/wt/backdrop/app/vision/check_common.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_common.cpp -o o_check_common.o
o_check_composite.o: /work/wt/backdrop/app/vision/check_composite.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_composite.cpp -o o_check_composite.o
o_check_copy.o: /work/wt/backdrop/app/vision/check_copy.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_copy.cpp -o o_check_copy.o
o_check_coverage.o: /work/wt/backdrop/app/vision/check_coverage.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_coverage.cpp -o o_check_coverage.o
o_check_edition.o: /work/wt/backdrop/app/vision/check_edition.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_edition.cpp -o o_check_edition.o
o_check_faces.o: /work/wt/backdrop/app/vision/check_faces.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_faces.cpp -o o_check_faces.o
o_check_frontal.o: /work/wt/backdrop/app/vision/check_frontal.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_frontal.cpp -o o_check_frontal.o
o_check_head.o: /work/wt/backdrop/app/vision/check_head.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_head.cpp -o o_check_head.o
o_check_light.o: /work/wt/backdrop/app/vision/check_light.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_light.cpp -o o_check_light.o
o_check_mirrored.o: /work/wt/backdrop/app/vision/check_mirrored.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_mirrored.cpp -o o_check_mirrored.o
o_check_replay.o: /work/wt/backdrop/app/vision/check_replay.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_replay.cpp -o o_check_replay.o
o_check_screen.o: /work/wt/backdrop/app/vision/check_screen.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_screen.cpp -o o_check_screen.o
o_check_sharp.o: /work/wt/backdrop/app/vision/check_sharp.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_sharp.cpp -o o_check_sharp.o
o_check_size.o: /work/wt/backdrop/app/vision/check_size.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_size.cpp -o o_check_size.o
o_check_text.o: /work/wt/backdrop/app/vision/check_text.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_text.cpp -o o_check_text.o
o_check_upright.o: /work/wt/backdrop/app/vision/check_upright.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/check_upright.cpp -o o_check_upright.o
o_dense_comparison.o: /work/wt/backdrop/app/vision/dense_comparison.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/dense_comparison.cpp -o o_dense_comparison.o
o_face_cover.o: /work/wt/backdrop/app/vision/face_cover.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/face_cover.cpp -o o_face_cover.o
o_face_finder.o: /work/wt/backdrop/app/vision/face_finder.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/face_finder.cpp -o o_face_finder.o
o_foreign_blocks.o: /work/wt/backdrop/app/vision/foreign_blocks.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/foreign_blocks.cpp -o o_foreign_blocks.o
o_local_features.o: /work/wt/backdrop/app/vision/local_features.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/local_features.cpp -o o_local_features.o
o_photo_checker.o: /work/wt/backdrop/app/vision/photo_checker.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/photo_checker.cpp -o o_photo_checker.o
o_photo_report.o: /work/wt/backdrop/app/vision/photo_report.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/photo_report.cpp -o o_photo_report.o
o_rivalry.o: /work/wt/backdrop/app/vision/rivalry.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/rivalry.cpp -o o_rivalry.o
o_text_lines.o: /work/wt/backdrop/app/vision/text_lines.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/text_lines.cpp -o o_text_lines.o
o_text_zones.o: /work/wt/backdrop/app/vision/text_zones.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/text_zones.cpp -o o_text_zones.o
o_thresholds.o: /work/wt/backdrop/app/vision/thresholds.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/vision/thresholds.cpp -o o_thresholds.o
o_backdrop_drawing.o: /work/wt/backdrop/app/demo/backdrop_drawing.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/backdrop_drawing.cpp -o o_backdrop_drawing.o
o_backdrop_mural.o: /work/wt/backdrop/app/demo/backdrop_mural.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/backdrop_mural.cpp -o o_backdrop_mural.o
o_photo_scene.o: /work/wt/backdrop/app/demo/photo_scene.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/photo_scene.cpp -o o_photo_scene.o
o_scene_camera.o: /work/wt/backdrop/app/demo/scene_camera.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/scene_camera.cpp -o o_scene_camera.o
o_scene_room.o: /work/wt/backdrop/app/demo/scene_room.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/scene_room.cpp -o o_scene_room.o
o_person_drawing.o: /work/wt/backdrop/app/demo/person_drawing.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/app/demo/person_drawing.cpp -o o_person_drawing.o
o_vision_dev.o: /work/wt/backdrop/tests/bench/vision_dev/vision_dev.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/tests/bench/vision_dev/vision_dev.cpp -o o_vision_dev.o
o_dev_scenes.o: /work/wt/backdrop/tests/bench/vision_dev/dev_scenes.cpp all.h.gch
	g++ $(FLAGS) -include all.h -MMD -c /work/wt/backdrop/tests/bench/vision_dev/dev_scenes.cpp -o o_dev_scenes.o
vision_dev: o_backdrop_files.o o_backdrop_learner.o o_backdrop_matcher.o o_backdrop_meta.o o_backdrop_model.o o_backdrop_profile.o o_backdrop_search.o o_cell_search.o o_check_artwork_visible.o o_check_backdrop.o o_check_clothes.o o_check_common.o o_check_composite.o o_check_copy.o o_check_coverage.o o_check_edition.o o_check_faces.o o_check_frontal.o o_check_head.o o_check_light.o o_check_mirrored.o o_check_replay.o o_check_screen.o o_check_sharp.o o_check_size.o o_check_text.o o_check_upright.o o_dense_comparison.o o_face_cover.o o_face_finder.o o_foreign_blocks.o o_local_features.o o_photo_checker.o o_photo_report.o o_rivalry.o o_text_lines.o o_text_zones.o o_thresholds.o o_backdrop_drawing.o o_backdrop_mural.o o_photo_scene.o o_scene_camera.o o_scene_room.o o_person_drawing.o o_vision_dev.o o_dev_scenes.o
	g++ -fuse-ld=mold o_backdrop_files.o o_backdrop_learner.o o_backdrop_matcher.o o_backdrop_meta.o o_backdrop_model.o o_backdrop_profile.o o_backdrop_search.o o_cell_search.o o_check_artwork_visible.o o_check_backdrop.o o_check_clothes.o o_check_common.o o_check_composite.o o_check_copy.o o_check_coverage.o o_check_edition.o o_check_faces.o o_check_frontal.o o_check_head.o o_check_light.o o_check_mirrored.o o_check_replay.o o_check_screen.o o_check_sharp.o o_check_size.o o_check_text.o o_check_upright.o o_dense_comparison.o o_face_cover.o o_face_finder.o o_foreign_blocks.o o_local_features.o o_photo_checker.o o_photo_report.o o_rivalry.o o_text_lines.o o_text_zones.o o_thresholds.o o_backdrop_drawing.o o_backdrop_mural.o o_photo_scene.o o_scene_camera.o o_scene_room.o o_person_drawing.o o_vision_dev.o o_dev_scenes.o /work/wt/backdrop/build/release/app/imaging/libhandshake_app_imaging.a /work/wt/backdrop/build/release/app/core/libhandshake_app_core.a /work/wt/backdrop/build/release/app/imaging/libhandshake_app_imaging.a -lopencv_core -lopencv_imgproc -lopencv_features2d -lopencv_flann -lopencv_calib3d -lopencv_objdetect -lopencv_video -lopencv_imgcodecs -lQt6Gui -lQt6Core -lQt6Network $(shell cat libs) -o vision_dev
-include $(wildcard *.d)
